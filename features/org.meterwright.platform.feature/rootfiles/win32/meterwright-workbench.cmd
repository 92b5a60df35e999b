@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts the workbench. Java 21 or newer: a "jre" folder beside this script, else JAVA_HOME, else the PATH.
setlocal
set "HERE=%~dp0"
set "J=javaw"
if defined JAVA_HOME set "J=%JAVA_HOME%\bin\javaw"
if exist "%HERE%jre\bin\javaw.exe" set "J=%HERE%jre\bin\javaw"
for %%f in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "L=%%f"
start "" "%J%" -Xmx1g --enable-native-access=ALL-UNNAMED -jar "%L%" %*
