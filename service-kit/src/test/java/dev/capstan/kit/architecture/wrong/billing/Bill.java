package dev.capstan.kit.architecture.wrong.billing;

import dev.capstan.kit.architecture.wrong.shipping.Parcel;

/** In a circle with {@link Parcel}. */
public class Bill {

    public Parcel parcel() {
        return new Parcel();
    }
}
