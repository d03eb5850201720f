package dev.capstan.launcher.stack;

/**
 * One instance of a service.
 *
 * @param number from 1
 */
record Instance(ServiceDefinition service, int number, int port) {

    /** In the stack: the service's name, and from the second instance on its number. */
    String name() {
        return number == 1 ? service.name() : service.name() + "-" + number;
    }

    /** To the service itself and to its peers. */
    String id() {
        return service.shortName() + "-" + number;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }
}
