@NullMarked
package com.siacapp.transport.entity;

import org.jspecify.annotations.NullMarked;
