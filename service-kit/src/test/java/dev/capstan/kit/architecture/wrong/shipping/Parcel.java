package dev.capstan.kit.architecture.wrong.shipping;

import dev.capstan.kit.architecture.wrong.billing.Bill;

/** In a package without a story, and in a circle with {@link Bill}. */
public class Parcel {

    public Bill bill() {
        return new Bill();
    }
}
