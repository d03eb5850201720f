package dev.capstan.kit.security;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Finds out who makes the current call. */
public final class Callers {

    private static final Logger log = LoggerFactory.getLogger(Callers.class);
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private Callers() {}

    /**
     * The caller of {@code request}, whose token was verified.
     *
     * @throws ProblemException 401 without a token; 403 when somebody who is no service speaks for another
     */
    public static Caller of(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken)) {
            throw ProblemException.of(ProblemCode.TOKEN_MISSING, ProblemCode.TOKEN_MISSING.title());
        }
        Set<Role> roles = rolesOf(authentication);
        String spokenFor = request.getHeader(ServiceClients.ON_BEHALF_OF);
        return spokenFor == null
                ? new Caller(authentication.getName(), roles, false)
                : onBehalfOf(spokenFor, authentication.getName(), roles);
    }

    /** Roles of the current call's token; none without one. */
    static Set<Role> currentRoles() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Set.of() : rolesOf(authentication);
    }

    private static Set<Role> rolesOf(Authentication authentication) {
        return Arrays.stream(Role.values())
                .filter(role -> authentication.getAuthorities().contains(role.authority()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Caller onBehalfOf(String subject, String service, Set<Role> roles) {
        if (!roles.contains(Role.SERVICE) || !SUBJECT.matcher(subject).matches()) {
            throw ProblemException.of(ProblemCode.ACCESS_DENIED, "Only a service speaks for somebody else.");
        }
        log.info("{} acts on behalf of {}", service, subject);
        return new Caller(subject, roles, true);
    }
}
