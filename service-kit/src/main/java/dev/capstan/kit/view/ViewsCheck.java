package dev.capstan.kit.view;

import dev.capstan.kit.health.HealthCheck;

/** Not ready until every view is complete: an answer from half a view would be wrong, not just old. */
final class ViewsCheck implements HealthCheck {

    private final KafkaViews views;

    ViewsCheck(KafkaViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Result check() {
        return views.areComplete() ? Result.up() : Result.down("still reading");
    }
}
