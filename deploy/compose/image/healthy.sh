#!/bin/bash
# healthy.sh PORT PATH: whether the path answers 200. Images need no curl for it.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
read -r -t 4 status <&3
[[ "$status" == *" 200"* ]]
