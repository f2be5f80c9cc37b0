#compdef stillnight-cli
# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of stillnight-cli for zsh. The program itself says what may follow.

local line
local -a offers joined

for line in ${(f)"$($words[1] --complete "${(@)words[2,CURRENT]}" 2>/dev/null)"}; do
    if [[ $line == :files ]]; then
        _files
    elif [[ $line == *=$'\t'* ]]; then
        joined+=("${${line//:/\\:}/$'\t'/:}")
    else
        offers+=("${${line//:/\\:}/$'\t'/:}")
    fi
done
_describe 'stillnight-cli' offers -- joined -S ''
