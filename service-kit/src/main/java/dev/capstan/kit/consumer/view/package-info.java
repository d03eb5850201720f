/**
 * Views: consumers without a group, each reading whole partitions by itself in one thread of its own ({@link
 * dev.capstan.kit.consumer.view.TopicReader}). A compacted topic becomes a map of newest states; a lossy one is passed on as it comes.
 */
@NullMarked
package dev.capstan.kit.consumer.view;

import org.jspecify.annotations.NullMarked;
