#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Starts the workbench. Java 21 or newer: a "jre" folder beside this script, else JAVA_HOME, else the PATH.
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -x "$here/jre/bin/java" ] && java=$here/jre/bin/java
# shellcheck disable=SC2086 # options are words
exec "$java" -XstartOnFirstThread -Xmx1g --enable-native-access=ALL-UNNAMED $METERWRIGHT_VMARGS \
    -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar "$@"
