/**
 * Readers without a group: every replica reads everything. {@link dev.capstan.kit.view.KafkaViews} opens them; {@link
 * dev.capstan.kit.consumer.Views} is what services use.
 */
@NullMarked
package dev.capstan.kit.view;

import org.jspecify.annotations.NullMarked;
