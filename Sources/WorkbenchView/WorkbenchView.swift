// WorkbenchView
