@"%LOCALAPPDATA%\Programs\berth\resources\bin\berth.cmd" %*
