# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of stillnight-cli for fish. The program itself says what may follow.

function __stillnight_cli
    set -l typed (commandline --tokenize --current-process --cut-at-cursor)
    set -l word (commandline --current-token --cut-at-cursor)
    set -l offers ($typed[1] --complete $typed[2..-1] "$word" 2>/dev/null)

    string match --invert :files -- $offers
    if contains :files -- $offers
        __fish_complete_path "$word"
    end
end

complete --command stillnight-cli --no-files --arguments '(__stillnight_cli)'
