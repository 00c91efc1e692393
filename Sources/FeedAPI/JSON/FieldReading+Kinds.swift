import Domain

extension FieldReading where Value == Bool {
    static var boolean: FieldReading {
        FieldReading { value, pointer, faults in
            if case .boolean(let truth) = value { return truth }
            faults.note(.notABoolean, at: pointer)
            return nil
        }
    }
}

extension FieldReading where Value == Int64 {
    /// A whole number within bounds, written without point and exponent.
    static func integer(in bounds: ClosedRange<Int64>) -> FieldReading {
        FieldReading { value, pointer, faults in
            guard let number = value.integer else {
                faults.note(.notAnInteger, at: pointer)
                return nil
            }
            guard bounds.contains(number) else {
                faults.note(.outOfBounds, at: pointer)
                return nil
            }
            return number
        }
    }
}

extension FieldReading where Value == String {
    /// A text of so many characters, without control characters.
    static func text(length: ClosedRange<Int>) -> FieldReading {
        FieldReading { value, pointer, faults in
            guard case .string(let text) = value else {
                faults.note(.notAString, at: pointer)
                return nil
            }
            // A character may be made of any number of scalars; four each are plenty for any script.
            guard length.contains(text.count), text.unicodeScalars.count <= length.upperBound * 4 else {
                faults.note(.wrongLength, at: pointer)
                return nil
            }
            guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
                faults.note(.malformed, at: pointer)
                return nil
            }
            return text
        }
    }
}

extension FieldReading where Value == Currency {
    /// The code of a currency in use.
    static var currency: FieldReading { .parsed(.notACurrency) { Currency(active: $0) } }
}

extension FieldReading {
    /// A string that something else can read.
    static func parsed(_ fault: FieldFault = .malformed, _ parse: @escaping @Sendable (String) -> Value?)
        -> FieldReading
    {
        FieldReading { value, pointer, faults in
            guard case .string(let text) = value else {
                faults.note(.notAString, at: pointer)
                return nil
            }
            guard let parsed = parse(text) else {
                faults.note(fault, at: pointer)
                return nil
            }
            return parsed
        }
    }

    /// What another reading reads, or `null`, which is then a value too.
    static func nullable<Wrapped>(_ reading: FieldReading<Wrapped>) -> FieldReading where Value == Wrapped? {
        FieldReading { value, pointer, faults in
            if value == .null { return .some(nil) }
            return reading.read(value, pointer, faults).map(Optional.some)
        }
    }

    /// An array of so many elements, each read alike.
    static func array<Element>(of element: FieldReading<Element>, count: ClosedRange<Int>) -> FieldReading
    where Value == [Element] {
        FieldReading { value, pointer, faults in
            guard case .array(let elements) = value else {
                faults.note(.notAnArray, at: pointer)
                return nil
            }
            guard count.contains(elements.count) else {
                faults.note(.wrongCount, at: pointer)
                return nil
            }
            let read = elements.indices.map { element.read(elements[$0], pointer.element($0), faults) }
            let values = read.compactMap(\.self)
            return values.count == elements.count ? values : nil
        }
    }

    /// An object; members that were not asked for are faults.
    static func object(_ read: @escaping @Sendable (ObjectReader) -> Value?) -> FieldReading {
        FieldReading { value, pointer, faults in
            guard case .object(let members) = value else {
                faults.note(.notAnObject, at: pointer)
                return nil
            }
            let reader = ObjectReader(members, at: pointer, faults: faults)
            let result = read(reader)
            reader.noteUnknownMembers()
            return result
        }
    }
}
