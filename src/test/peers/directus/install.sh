#!/bin/sh
# Installs Directus into this folder; a second time it takes a moment.
set -e
cd "$(dirname "$0")"
npm install
# isolated-vm is built here, by the headers that came with Node: left alone, it would fetch a program or headers from elsewhere
node -e "require('isolated-vm')" 2> /dev/null || {
  npm_config_nodedir="$(node -p "path.resolve(process.execPath, '../..')")"
  test -f "$npm_config_nodedir/include/node/node.h" || {
    echo "Node's headers are missing: $npm_config_nodedir/include/node" >&2
    exit 1
  }
  export npm_config_nodedir
  npm rebuild isolated-vm --ignore-scripts=false --build-from-source
}
