import FoundationEssentials

/// JSON as the Cases API writes it: sorted keys, slashes as they are.
public enum WireJSON {
  /// Writes a value.
  ///
  /// - Parameter value: what to write.
  /// - Returns: the bytes of one JSON document in UTF-8.
  /// - Throws: `EncodingError` for a value that JSON cannot hold.
  public static func encode(_ value: some Encodable) throws(EncodingError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return [UInt8](try encoder.encode(value))
    } catch let error as EncodingError {
      throw error
    } catch {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: String(describing: error)))
    }
  }

  /// Reads a value; fields that it does not know are passed over.
  ///
  /// - Parameters:
  ///   - type: what to read.
  ///   - bytes: one JSON document in UTF-8, with or without a byte order mark.
  /// - Returns: the value.
  /// - Throws: `DecodingError` saying what is missing or of another kind, and where.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(DecodingError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw error
    } catch {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: String(describing: error)))
    }
  }
}
