/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flags/stn-flag.h"
#include "knowledge/stn-sign.h"

G_BEGIN_DECLS

/** Words of when to see a doctor. Texts are (transfer full) unless they are const. */

/** "Emergency", "Right away", "Within days", "Routine visit", "Information". */
const char *stn_wording_flag_tier (StnFlagTier tier);

/** What was found; the title of a case. */
const char *stn_wording_flag_title (const StnFlag *flag);

/** "Right away: A long cramp that stretching does not ease": one line, where the rest is elsewhere. */
char *stn_wording_flag_line (const StnFlag *flag);

/** What to do; NULL for a routine reason. Of the past: "You noted it on 17 November. If nobody has looked at it, mention it." */
char *stn_wording_flag_action (const StnFlag *flag, StnDate today);

/**
 * The person's own words: "One leg is swollen: yes, 21 November · ..."; the same after "You wrote: ", or after
 * "Your diary says: " where something of it was counted.
 */
char *stn_wording_flag_matched (const StnFlag *flag, StnDate today);
char *stn_wording_flag_written (const StnFlag *flag, StnDate today);

/** All of it in a sentence after another, for a screen reader and a terminal. */
char *stn_wording_flag_spoken (const StnFlag *flag, StnDate today);

/** Why: what the sources say, and which they are: "... (nidirect; general advice pages)". */
char *stn_wording_flag_evidence (const StnRule *rule);

/** "Did stretching ease the cramp of the night of 21 November (15 minutes)?" */
char *stn_wording_flag_question (const StnFlagQuestion *question, StnDate today);

/** Head of the routine card: "Worth a routine visit"; its calming line for @n reasons; one line when it is narrow. */
const char *stn_wording_card_title (void);
char *stn_wording_card_calming (guint n);
char *stn_wording_card_brief (guint n);

/** How a flag was dealt with, for a list: "dealt with: contacted". */
const char *stn_wording_flag_reply (StnFlagReply reply);

/** Limits: once on a page with flags. */
const char *stn_wording_flag_limits (void);

/** No flag: never an all-clear. */
const char *stn_wording_flag_none (void);

/** A sign as it is asked, and what counts or NULL. */
const char *stn_wording_sign (const StnSignQuestion *sign);
const char *stn_wording_sign_hint (const StnSignQuestion *sign);
const char *stn_wording_door (const StnDoor *door);

G_END_DECLS
