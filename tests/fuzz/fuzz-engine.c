/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libFuzzer's way in: https://llvm.org/docs/LibFuzzer.html */
#include "fuzz-target.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_target_set_up ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  fuzz_target_run (bytes, size);
  return 0;
}
