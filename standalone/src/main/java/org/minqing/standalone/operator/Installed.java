package org.minqing.standalone.operator;

import java.net.http.HttpClient;
import java.nio.file.Path;

/**
 * A running installation as its operator reaches it.
 *
 * @param directory of the identity service
 * @param identity its address from here
 * @param commands address of command-service from here
 * @param http trusts their certificates
 */
public record Installed(Path directory, String identity, String commands, HttpClient http) {}
