/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-fixture.h"

#include "present/stn-draft.h"

typedef struct {
  gboolean is_done;
  char *content;
} Answer;

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->is_done;
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_draft_put_finish (STN_DIARY_CLIENT (source), result, &error));
  g_assert_no_error (error);
  ((Answer *) user_data)->is_done = TRUE;
}

static void
get_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (
    stn_draft_get_finish (STN_DIARY_CLIENT (source), result, &answer->content, &error));
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static void
discard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_draft_discard_finish (STN_DIARY_CLIENT (source), result, &error));
  g_assert_no_error (error);
  ((Answer *) user_data)->is_done = TRUE;
}

static void
assert_draft (PresentFixture *fixture, const char *expected)
{
  Answer answer = {0};

  stn_draft_get (fixture->client, "night", LAST_NIGHT, NULL, get_cb, &answer);
  present_fixture_wait (is_answered, &answer);
  g_assert_cmpstr (answer.content, ==, expected);
  g_free (answer.content);
}

static void
test_put_get_discard (PresentFixture *fixture, gconstpointer data)
{
  Answer answer = {0};

  assert_draft (fixture, NULL);
  stn_draft_put (fixture->client, "night", LAST_NIGHT, "typed", NULL, put_cb, &answer);
  present_fixture_wait (is_answered, &answer);
  assert_draft (fixture, "typed");
  answer.is_done = FALSE;
  stn_draft_discard (fixture->client, "night", LAST_NIGHT, NULL, discard_cb, &answer);
  present_fixture_wait (is_answered, &answer);
  assert_draft (fixture, NULL);
}

/* A window that closes at once need not wait for the answer. */
static void
test_closing_keeps (PresentFixture *fixture, gconstpointer data)
{
  stn_draft_put (fixture->client, "night", LAST_NIGHT, "the last word", NULL, NULL, NULL);
  stn_diary_client_close (fixture->client);
  g_object_unref (fixture->client);
  fixture->client = stn_diary_client_new (fixture->path, STN_STORE_EXISTING, fixture->clock);
  assert_draft (fixture, "the last word");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/present/draft/put-get-discard", PresentFixture, NULL, present_fixture_set_up,
              test_put_get_discard, present_fixture_tear_down);
  g_test_add ("/present/draft/closing-keeps", PresentFixture, NULL, present_fixture_set_up,
              test_closing_keeps, present_fixture_tear_down);
  return g_test_run ();
}
