/** Tests of what requests may say. */
@NullMarked
package dev.capstan.execution.order.adapter.web;

import org.jspecify.annotations.NullMarked;
