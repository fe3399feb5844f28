; Puts `berth` where every user's PATH already leads since Windows 10. The PATH itself is left alone: rewriting it from an
; installer cuts off long ones.

!define BERTH_COMMAND "$LOCALAPPDATA\Microsoft\WindowsApps\berth.cmd"

!macro customInstall
  ${If} ${FileExists} "$LOCALAPPDATA\Microsoft\WindowsApps\*.*"
    File "/oname=${BERTH_COMMAND}" "${PROJECT_DIR}\build\pack\launchers\berth-on-path.cmd"
  ${EndIf}
!macroend

!macro customUnInstall
  Delete "${BERTH_COMMAND}"
!macroend
