package dev.capstan.kit.settings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@AutoConfiguration
@EnableConfigurationProperties(CapstanSettings.class)
class SettingsAutoConfiguration {}
