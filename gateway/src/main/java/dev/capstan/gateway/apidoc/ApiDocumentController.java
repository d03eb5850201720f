package dev.capstan.gateway.apidoc;

import dev.capstan.kit.security.Open;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document of all services, for people and tools. */
@RestController
class ApiDocumentController {

    private final ServiceDocuments documents;

    ApiDocumentController(ServiceDocuments documents) {
        this.documents = documents;
    }

    @Open
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return documents.merged();
    }
}
