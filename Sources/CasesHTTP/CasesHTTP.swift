// CasesHTTP
