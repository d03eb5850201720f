package dev.capstan.backtest.defaults;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/backtest/defaults}: the caller's own. */
@RestController
@RequestMapping("/api/backtest/defaults")
class DefaultsController {

    private final DefaultsStore store;

    DefaultsController(DefaultsStore store) {
        this.store = store;
    }

    @Allowed
    @GetMapping
    UserDefaults defaults(Caller caller) {
        return store.of(caller.subject());
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PutMapping
    UserDefaults put(Caller caller, @RequestBody UserDefaults defaults) {
        List<FieldError> errors = defaults.errors();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        store.put(caller.subject(), defaults);
        return defaults;
    }
}
