package dev.capstan.kit.openapi;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {

    @Bean
    OwnDocument ownDocument(
            @Value("${spring.application.name}") String service,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        String version = Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "development");
        Supplier<ObjectNode> once = SingletonSupplier.of(() ->
                new ApiDocument(service, version).describe(mappings.getObject().getHandlerMethods()));
        return once::get;
    }

    @Bean
    OpenApiController openApiController(OwnDocument document) {
        return new OpenApiController(document);
    }
}
