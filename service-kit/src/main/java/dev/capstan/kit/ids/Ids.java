package dev.capstan.kit.ids;

import java.util.UUID;

/** Makes ids of new entities: UUID version 7 (RFC 9562), so that ids made later sort later. */
public interface Ids {

    UUID next();
}
