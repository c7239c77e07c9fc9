// SummaryPDF
