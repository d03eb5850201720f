package dev.capstan.kit.activity;

import dev.capstan.kit.activity.Activity.ActivityView;
import dev.capstan.kit.security.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /activity}: open, like {@code /health}, and never routed by the gateway. Always 200. */
@RestController
class ActivityController {

    private final Activity activity;

    ActivityController(Activity activity) {
        this.activity = activity;
    }

    @Open
    @GetMapping("/activity")
    ActivityView activity() {
        return activity.look();
    }
}
