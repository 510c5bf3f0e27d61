return; // worker.js calls what Tab exports
