/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "diary/stn-diary.h"

G_BEGIN_DECLS

#define STN_TYPE_DIARY_CLIENT (stn_diary_client_get_type ())
G_DECLARE_FINAL_TYPE (StnDiaryClient, stn_diary_client, STN, DIARY_CLIENT, GObject)

/**
 * StnDiaryClient: the window's way to the diary. One thread owns the connection that writes and does one piece of work after
 * the other; the main thread is never blocked. A second thread copies and verifies. It watches the file: what another program writes is
 * noticed without polling. A diary that a newer version of the program wrote is opened to read only.
 *
 * Signals, in the main thread:
 * "opened" (): the diary is open and can be read.
 * "failed" (GError *): it could not be opened; of what is asked of it, before or after, each piece of work fails alike.
 * "unreadable" (guint n): so many nights, counted as far as the diary was read, are damaged and left out.
 * "changed" (GArray *nights of StnDate, or NULL = everything may have changed): by this or any other program.
 */
StnDiaryClient *stn_diary_client_new (const char *path, StnStoreMode mode, StnClock *clock);

/**
 * stn_diary_client_close: waits until all work asked for is done, but for that beside, which is cancelled, then closes the
 * diary. Nothing can be run after it.
 */
void stn_diary_client_close (StnDiaryClient *self);

/** stn_diary_client_has_failed: whether "failed" was emitted: who reads for themselves need not say it again. */
gboolean stn_diary_client_has_failed (StnDiaryClient *self);

/** stn_diary_client_show_again: emits "changed": all that is shown is read and written anew, as times of day in another format. */
void stn_diary_client_show_again (StnDiaryClient *self);

StnClock *stn_diary_client_get_clock (StnDiaryClient *self);
const char *stn_diary_client_get_path (StnDiaryClient *self);

/** Work done on the diary's thread. Returns: the result (transfer full), NULL with @error set on failure. */
typedef gpointer (*StnDiaryWork) (StnDiary *diary, gpointer data, GError **error);

/**
 * stn_diary_client_run: does @work on the diary's thread, then calls @callback in the main thread. It may be asked for before
 * the diary is open and is done as soon as it is.
 * @data: given to @work, freed with @data_free in the diary's thread or the main one.
 * @result_free: frees a result that nobody fetched.
 */
void stn_diary_client_run (StnDiaryClient *self,
                           StnDiaryWork work,
                           gpointer data,
                           GDestroyNotify data_free,
                           GDestroyNotify result_free,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * stn_diary_client_wait_for_picture: what is asked for by stn_diary_client_run_after_picture() waits from now on, until
 * stn_diary_client_has_picture(), two seconds at most: the first picture of a window has the computer to itself.
 */
void stn_diary_client_wait_for_picture (StnDiaryClient *self);

/** stn_diary_client_has_picture: it is painted, or there will be none: what waited for it is done now, in the order of asking. */
void stn_diary_client_has_picture (StnDiaryClient *self);

/** stn_diary_client_run_after_picture: as stn_diary_client_run(), for what the first picture does without. */
void stn_diary_client_run_after_picture (StnDiaryClient *self,
                                         StnDiaryWork work,
                                         gpointer data,
                                         GDestroyNotify data_free,
                                         GDestroyNotify result_free,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * stn_diary_client_run_beside: does @work on a second thread with a connection of its own: for what takes long and reads, such as
 * a backup. Work for the diary's thread that is asked for meanwhile does not wait for it. One after the other. When the client
 * is closed it ends early with %G_IO_ERROR_CANCELLED; see stn_connection_open(). Only after "opened".
 */
void stn_diary_client_run_beside (StnDiaryClient *self,
                                  StnDiaryWork work,
                                  gpointer data,
                                  GDestroyNotify data_free,
                                  GDestroyNotify result_free,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/** stn_diary_client_run_finish: (transfer full) the result of @work; NULL and @error on failure, when cancelled, closed. */
gpointer stn_diary_client_run_finish (StnDiaryClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
