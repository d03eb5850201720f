package dev.capstan.kit.openapi;

import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of this service, made at its first use, when all mappings are known. */
@FunctionalInterface
public interface OwnDocument {

    /** Always the same; nobody may change it. */
    ObjectNode get();
}
