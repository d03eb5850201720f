package dev.capstan.kit.security;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The one place where {@link Allowed} is enforced: before the arguments of a handler method are read. */
final class RoleCheck implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RoleCheck.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Other dispatches go on with a request that was checked before.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && !isOpen(method)) {
            require(method);
        }
        return true;
    }

    /** The error page speaks of a request that was already refused. */
    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Open.class) || ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static void require(HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            log.error("{} does not say which roles may call it, so nobody may", method);
            throw ProblemException.of(ProblemCode.ACCESS_DENIED, ProblemCode.ACCESS_DENIED.title());
        }
        Set<Role> wanted = rolesOf(allowed);
        if (Collections.disjoint(wanted, Callers.currentRoles())) {
            throw ProblemException.of(ProblemCode.ACCESS_DENIED, "This needs the role " + named(wanted) + ".");
        }
    }

    private static Set<Role> rolesOf(Allowed allowed) {
        return allowed.value().length == 0 ? Set.of(Role.values()) : Set.of(allowed.value());
    }

    /** In the order of the roles' own list, services left out: nobody becomes one by asking. */
    private static String named(Set<Role> wanted) {
        return Stream.of(Role.values())
                .filter(role -> wanted.contains(role) && (role != Role.SERVICE || wanted.size() == 1))
                .map(Role::claim)
                .collect(Collectors.joining(" or "));
    }
}
