package org.minqing.standalone;

public class Main {
    public static void main(String[] a) {}
}
