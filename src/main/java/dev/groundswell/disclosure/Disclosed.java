package dev.groundswell.disclosure;

/**
 * Something of the confidential plane that may be told. Only this package makes one, after its rules: whoever demands a
 * {@code Disclosed} cannot be handed anything that has not gone through them.
 */
public final class Disclosed<T> {

    private final T value;

    Disclosed(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }
}
