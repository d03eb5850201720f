package dev.capstan.risk.exposure.adapter.web;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.risk.exposure.application.RebuildExposure.Rebuilt;

/**
 * What a rebuild found.
 *
 * @param numberBefore last event that was in the figures before
 * @param numberAfter last event that is in them now; with the same number the hashes must be equal
 */
record RebuildView(StreamKey key, long numberBefore, String hashBefore, long numberAfter, String hashAfter) {

    static RebuildView of(StreamKey key, Rebuilt rebuilt) {
        return new RebuildView(
                key,
                rebuilt.before().lastEventNumber(),
                rebuilt.before().hash().text(),
                rebuilt.after().lastEventNumber(),
                rebuilt.after().hash().text());
    }
}
