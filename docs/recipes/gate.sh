#!/bin/sh
# For any other service, or as .git/hooks/pre-push: fails when a note that differs from a revision
# contradicts another note. Leaves a page to read behind.
#
#   gate.sh [REVISION]    the default is origin/main
set -eu
cd "$(git rev-parse --show-toplevel)"

revision=${1:-origin/main}
# git calls a pre-push hook with the name of the remote.
git rev-parse --quiet --verify "$revision^{commit}" >/dev/null || revision=$revision/main

assay check notes/ --changed-since "$revision" --format html -o findings.html --fail-on never
exec assay check notes/ --changed-since "$revision"
