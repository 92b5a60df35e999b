# SPDX-License-Identifier: EPL-2.0
# Sourced by the scripts: find_jdk sets jdk_home and jdk_major to a JDK of 21 or newer, or says what to install and fails.

read_jdk_major() { # of the JDK in folder $1, from its release file: no process is started
    jdk_major=0
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
        JAVA_VERSION=*)
            line=${line#JAVA_VERSION=\"}
            line=${line#1.}
            line=${line%%[!0-9]*}
            jdk_major=${line:-0}
            return 0
            ;;
        esac
    done <"$1/release"
    return 1
}

is_usable_jdk() {
    read_jdk_major "$1" && [ "$jdk_major" -ge 21 ] && jdk_home=$1
}

find_jdk() {
    [ -n "${JAVA_HOME:-}" ] && is_usable_jdk "$JAVA_HOME" && return 0
    beside=/usr/lib/jvm
    if javac=$(command -v javac); then
        javac=$(readlink -f "$javac" 2>/dev/null || echo "$javac")
        is_usable_jdk "${javac%/bin/javac}" && return 0
        beside=$(dirname "${javac%/bin/javac}")
    fi
    best=
    best_major=0
    for home in "$beside"/* /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_usable_jdk "$home" && [ "$jdk_major" -gt "$best_major" ]; then
            best=$home
            best_major=$jdk_major
        fi
    done
    if [ -z "$best" ]; then
        echo "No JDK of 21 or newer found. Install one (Debian: apt-get install openjdk-21-jdk-headless) or set JAVA_HOME." >&2
        return 1
    fi
    jdk_home=$best
    jdk_major=$best_major
}
