import CasesAPI
import CaseWire

/// People by their names.
extension WorkbenchRunner {
  /// The identifier behind a user name; digits alone are taken for an identifier.
  func uid(of name: String) async throws(CasesError) -> UserUID? {
    if name.utf8.allSatisfy({ (48...57).contains($0) }) { return UserUID(name) }
    let found = try await api.users(named: name)
    return found.first { $0.username.lowercased() == name.lowercased() }?.userId
  }

  /// Looks up the people of a filter; the beginning of a name is enough where only one begins so.
  func findPeople(_ query: CaseQuery) async -> WorkbenchAction {
    var query = query
    for (role, name) in query.people where query.uid(of: role) == nil {
      do throws(CasesError) {
        if let uid = try await uid(of: name) {
          query.put(uid, as: role)
          continue
        }
      } catch {
        return .peopleFailed(error)
      }
      let begun = await names(beginning: name) ?? []
      guard let only = begun.first, begun.count == 1 else {
        let reason =
          begun.isEmpty ? Wording.nobodyIsCalled(name) : Wording.severalPeople(name, begun)
        return .personUnknown(role, reason)
      }
      do throws(CasesError) {
        query.put(try await uid(of: only), as: role)
      } catch {
        return .peopleFailed(error)
      }
    }
    return .peopleFound(query)
  }

  /// People whose names begin as typed; nil where the server cannot tell.
  func names(beginning begun: String) async -> [String]? {
    do throws(CasesError) {
      let filter = ActorFilter(nameStartsWith: begun)
      return try await api.actors(
        filter, page: PageRequest(number: 1, size: WorkbenchState.mostSuggested)
      ).map(\.name)
    } catch {
      return nil
    }
  }
}
