/**
 * What {@code ./capstan doctor} looks at. Each {@link dev.capstan.launcher.doctor.Check} is one class and changes nothing; a {@link
 * dev.capstan.launcher.doctor.Finding} that is not fine says how to mend it.
 */
@NullMarked
package dev.capstan.launcher.doctor;

import org.jspecify.annotations.NullMarked;
