// The tests of this target follow with its code.
