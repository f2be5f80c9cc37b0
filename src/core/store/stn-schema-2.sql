-- Copyright the Stillnight authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 2 adds what is known of the person: medicines, conditions, signs, visits; and what the program must
-- remember for them: drafts, flags dealt with, sessions of stretching.

-- Records: medicines, conditions, visits

-- Signs and flags

-- What was shown of the knowledge

-- Entry: factors' groups, drafts, a running cramp

-- Reminders and sessions
