/** The shape of the service, and classes that break it on purpose. */
@NullMarked
package dev.capstan.marketdata.architecture;

import org.jspecify.annotations.NullMarked;
