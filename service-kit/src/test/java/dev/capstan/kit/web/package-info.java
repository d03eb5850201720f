/** The HTTP side of a service, seen from its port. */
@NullMarked
package dev.capstan.kit.web;

import org.jspecify.annotations.NullMarked;
