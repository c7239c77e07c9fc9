// CasesServer
