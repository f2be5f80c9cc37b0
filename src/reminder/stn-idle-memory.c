/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-idle-memory.h"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

/* Code and constants: what can be written differs from its file and has to stay. */
static gboolean
is_constant (const ElfW (Phdr) * segment)
{
  return segment->p_type == PT_LOAD && (segment->p_flags & PF_W) == 0;
}

static int
give_back_cb (struct dl_phdr_info *info, size_t size, void *data)
{
  guintptr page = (guintptr) sysconf (_SC_PAGESIZE);

  /* The program itself, which has no name here. */
  if (*info->dlpi_name != '\0')
    return 0;
  for (guint i = 0; i < info->dlpi_phnum; i++) {
    const ElfW (Phdr) *segment = &info->dlpi_phdr[i];
    guintptr begin = (info->dlpi_addr + segment->p_vaddr + page - 1) & ~(page - 1);
    guintptr end = (info->dlpi_addr + segment->p_vaddr + segment->p_memsz) & ~(page - 1);

    /* Where that is not possible it costs memory and nothing else. */
    if (is_constant (segment) && begin < end)
      madvise ((void *) begin, end - begin, MADV_DONTNEED);
  }
  return 0;
}

void
stn_idle_memory_give_back (void)
{
  malloc_trim (0);
  dl_iterate_phdr (give_back_cb, NULL);
}
