package dev.capstan.kit.json;

import dev.capstan.contracts.TextValue;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;

/** The dialect: contract values, decimals and instants as strings, and records without holes. */
final class CapstanJsonModule extends SimpleModule {

    CapstanJsonModule() {
        super("capstan");
        addSerializer(TextWriter.value(TextValue.class, TextValue::text));
        addSerializer(TextWriter.value(BigDecimal.class, BigDecimal::toPlainString));
        addSerializer(TextWriter.value(Instant.class, InstantText::of));
        addDeserializer(String.class, new StringReader());
        addDeserializer(BigDecimal.class, new DecimalReader());
        addDeserializer(Instant.class, new InstantReader());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        SimpleSerializers keys = new SimpleSerializers();
        keys.addSerializer(TextWriter.key(TextValue.class, TextValue::text));
        keys.addSerializer(TextWriter.key(Instant.class, InstantText::of));
        context.addKeySerializers(keys);
        context.addDeserializers(new TextValueReaders());
        context.addKeyDeserializers(new TextValueKeyReaders());
        context.insertAnnotationIntrospector(new RequiredComponents());
    }

    private static final class TextValueReaders extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return TextValueType.covers(type.getRawClass()) ? new TextValueReader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return TextValueType.covers(type);
        }
    }

    private static final class TextValueKeyReaders implements KeyDeserializers {

        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return TextValueType.covers(type.getRawClass()) ? TextValueReader.forKeys(type.getRawClass()) : null;
        }
    }
}
