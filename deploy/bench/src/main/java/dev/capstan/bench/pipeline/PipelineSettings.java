package dev.capstan.bench.pipeline;

/**
 * Where the bare pipeline runs.
 *
 * @param jdbcUrl of a database whose role may make a schema
 */
public record PipelineSettings(String jdbcUrl, String user, String password, String bootstrapServers) {}
