package dev.capstan.kit.settings;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Reads the settings before any bean is made, so that a wrong one is named itself and not the first bean that stumbles over it. */
public final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            Binder.get(context.getEnvironment())
                    .bindOrCreate(
                            "capstan",
                            Bindable.of(CapstanSettings.class),
                            new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator())));
        }
    }
}
