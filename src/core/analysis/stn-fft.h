/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnFft: discrete Fourier transforms of one length, a power of 2, of four sequences side by side (STN_N_LANES). The spectrum comes in an order of its own (bits
 * reversed), which does not matter to products of spectra and saves the sorting.
 */
typedef struct {
  guint size;
  double *turns; /* per level cos and sin of once, twice and three times the angle */
} StnFft;

/** stn_fft_new: for sequences of at least @length. (transfer full) */
StnFft *stn_fft_new (guint length);
void stn_fft_free (StnFft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFft, stn_fft_free)

/** stn_fft_forward: replaces each of the four sequences @re + i @im by its spectrum. */
void stn_fft_forward (const StnFft *self, double *re, double *im);

/** stn_fft_backward: replaces each of the four spectra by its sequence times the size. */
void stn_fft_backward (const StnFft *self, double *re, double *im);

G_END_DECLS
