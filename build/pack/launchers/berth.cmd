@echo off
rem The command line of Berth: the packed program, run as plain Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Berth.exe" "%~dp0..\app.asar\dist\node\cli.js" %*
