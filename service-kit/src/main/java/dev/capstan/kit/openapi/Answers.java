package dev.capstan.kit.openapi;

import java.util.Set;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers when it goes well. */
final class Answers {

    private final Schemas schemas;

    Answers(Schemas schemas) {
        this.schemas = schemas;
    }

    void addSuccess(ObjectNode responses, RequestMappingInfo mapping, HandlerMethod method) {
        ResolvableType returned = ResolvableType.forMethodParameter(method.getReturnType());
        boolean choosesStatus = HttpEntity.class.isAssignableFrom(returned.resolve(Object.class));
        ResolvableType type = choosesStatus ? returned.as(HttpEntity.class).getGeneric(0) : returned;
        ObjectNode response = responses.putObject(choosesStatus ? "2XX" : status(method));
        response.put("description", "Done.");
        Class<?> raw = type.resolve(Object.class);
        boolean isEmpty = raw == void.class || raw == Void.class;
        Set<MediaType> named = mapping.getProducesCondition().getProducibleMediaTypes();
        if (!isEmpty || !named.isEmpty()) {
            addContent(response.putObject("content"), type, raw, named);
        }
    }

    private static String status(HandlerMethod method) {
        ResponseStatus status = method.getMethodAnnotation(ResponseStatus.class);
        return status == null ? "200" : String.valueOf(status.code().value());
    }

    private void addContent(ObjectNode content, ResolvableType type, Class<?> raw, Set<MediaType> named) {
        if (isWrittenAsItIs(raw) && !named.isEmpty()) {
            named.forEach(mediaType -> content.putObject(mediaType.toString()));
        } else {
            MediaType mediaType = raw == String.class ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
            content.putObject(mediaType.toString()).set("schema", schemas.of(type, false));
        }
    }

    /** A method that returns nothing and names a media type writes its answer by itself. */
    private static boolean isWrittenAsItIs(Class<?> raw) {
        return raw == void.class
                || raw == byte[].class
                || StreamingResponseBody.class.isAssignableFrom(raw)
                || Resource.class.isAssignableFrom(raw);
    }
}
