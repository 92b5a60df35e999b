# SPDX-License-Identifier: EPL-2.0
# Sourced by the start scripts: find_jdk prints the home of a JDK of 21 or newer, or says what to install.

jdk_major() { # jdk_major HOME: prints the feature release of the JDK in HOME, from its release file (no process is started)
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
        JAVA_VERSION=*)
            line=${line#JAVA_VERSION=\"}
            line=${line%\"*}
            line=${line#1.}
            line=${line%%[!0-9]*}
            echo "${line:-0}"
            return 0
            ;;
        esac
    done <"$1/release"
    return 1
}

usable_jdk() {
    major=$(jdk_major "$1") && [ "$major" -ge 21 ]
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && usable_jdk "$JAVA_HOME"; then
        echo "$JAVA_HOME"
        return 0
    fi
    beside=
    if java=$(command -v javac); then
        java=$(readlink -f "$java" 2>/dev/null || echo "$java")
        home=${java%/bin/javac}
        if usable_jdk "$home"; then
            echo "$home"
            return 0
        fi
        beside=${home%/*}
    fi
    best=
    best_major=0
    for home in "$beside"/* /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if usable_jdk "$home" && [ "$major" -gt "$best_major" ]; then
            best=$home
            best_major=$major
        fi
    done
    if [ -z "$best" ]; then
        echo "No JDK of 21 or newer found. Install one (Debian: apt-get install openjdk-21-jdk-headless) or set JAVA_HOME." >&2
        return 1
    fi
    echo "$best"
}
