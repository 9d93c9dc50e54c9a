<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>The server answered with a web page instead of the report. Usually this account may not download reports.</source>
        <translation>Le serveur a répondu par une page web au lieu du rapport. En général, ce compte n’a pas le droit de télécharger de rapports.</translation>
    </message>
    <message>
        <source>HTTP status %1, %2</source>
        <translation>État HTTP %1, %2</translation>
    </message>
    <message>
        <source>The server answered with something that is no report.</source>
        <translation>Le serveur a répondu par quelque chose qui n’est pas un rapport.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>A desktop workbench for CAPEv2 sandboxes</source>
        <translation>Un atelier de bureau pour les sandbox CAPEv2</translation>
    </message>
    <message>
        <source>Start with the embedded demo server and its sample.</source>
        <translation>Démarrer avec le serveur de démonstration intégré et son échantillon.</translation>
    </message>
    <message>
        <source>Write a picture of every page and dialog into this folder, and quit.</source>
        <translation>Écrire une image de chaque page et dialogue dans ce dossier, puis quitter.</translation>
    </message>
    <message>
        <source>The language of the window: en or fr.</source>
        <translation>La langue de la fenêtre : en ou fr.</translation>
    </message>
    <message>
        <source>Reports to open, samples to submit.</source>
        <translation>Rapports à ouvrir, échantillons à soumettre.</translation>
    </message>
</context>
<context>
    <name>Artifacts</name>
    <message>
        <source>files.json of the archive is damaged; files keep the names they have in the archive.</source>
        <translation>Le files.json de l’archive est endommagé ; les fichiers gardent leurs noms dans l’archive.</translation>
    </message>
</context>
<context>
    <name>ArtifactsWriter</name>
    <message>
        <source>The file “%1” was not written. %2</source>
        <translation>Le fichier « %1 » n’a pas été écrit. %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 In all, %n file(s) were not written.</source>
        <translation>
            <numerusform>%1 En tout, %n fichier n’a pas été écrit.</numerusform>
            <numerusform>%1 En tout, %n fichiers n’ont pas été écrits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssemblylineClient</name>
    <message>
        <source>HTTP status %1, %2</source>
        <translation>État HTTP %1, %2</translation>
    </message>
    <message>
        <source>Assemblyline does not accept this user and API key. Check both in the destination.</source>
        <translation>Assemblyline n’accepte pas cet utilisateur et cette clé d’API. Vérifiez les deux dans la destination.</translation>
    </message>
    <message>
        <source>This API key may not do this. It needs the right to create and to view submissions, and its user must have agreed to the terms of service.</source>
        <translation>Cette clé d’API n’en a pas le droit. Il lui faut le droit de créer et de voir des soumissions, et son utilisateur doit avoir accepté les conditions d’utilisation.</translation>
    </message>
    <message>
        <source>Assemblyline does not know what was asked for. Check the address in the destination.</source>
        <translation>Assemblyline ne connaît pas ce qui est demandé. Vérifiez l’adresse dans la destination.</translation>
    </message>
    <message>
        <source>Assemblyline already has a submission of this id. Send it again: each attempt uses a fresh id.</source>
        <translation>Assemblyline a déjà une soumission de cet identifiant. Renvoyez-la : chaque essai utilise un nouvel identifiant.</translation>
    </message>
    <message>
        <source>This is larger than the server takes. Send it without the sample, or ask its administrator for a higher limit.</source>
        <translation>C’est plus grand que ce que le serveur accepte. Envoyez sans l’échantillon, ou demandez une limite plus haute à son administrateur.</translation>
    </message>
    <message>
        <source>Assemblyline takes no more requests of this user for now. Try again later.</source>
        <translation>Assemblyline n’accepte plus de requêtes de cet utilisateur pour l’instant. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server sends this request elsewhere. Check the address in the destination.</source>
        <translation>Le serveur renvoie cette requête ailleurs. Vérifiez l’adresse dans la destination.</translation>
    </message>
    <message>
        <source>Assemblyline has an internal error. Its administrator finds the reason in its log.</source>
        <translation>Assemblyline a une erreur interne. Son administrateur en trouve la raison dans son journal.</translation>
    </message>
    <message>
        <source>The server answered with a web page. Check that the address is that of an Assemblyline.</source>
        <translation>Le serveur a répondu par une page web. Vérifiez que l’adresse est celle d’un Assemblyline.</translation>
    </message>
    <message>
        <source>Assemblyline refused this without a reason (HTTP status %1).</source>
        <translation>Assemblyline a refusé sans donner de raison (état HTTP %1).</translation>
    </message>
    <message>
        <source>Assemblyline refused this: %1</source>
        <translation>Assemblyline a refusé : %1</translation>
    </message>
    <message>
        <source>The server answered with something that is no Assemblyline answer, or was cut off.</source>
        <translation>Le serveur a répondu par quelque chose qui n’est pas une réponse d’Assemblyline, ou qui a été coupé.</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>The file &quot;%1&quot; of the result cannot be read any more.</source>
        <translation>Le fichier « %1 » du résultat ne peut plus être lu.</translation>
    </message>
    <message>
        <source>The sample&apos;s file is not the one that the report is about: their SHA-256 differ.</source>
        <translation>Le fichier de l’échantillon n’est pas celui du rapport : leurs SHA-256 diffèrent.</translation>
    </message>
    <message>
        <source>The report does not say which file it is about (SHA-256), so that Assemblyline would not know where to put it. Give the sample along.</source>
        <translation>Le rapport ne dit pas de quel fichier il parle (SHA-256) ; Assemblyline ne saurait pas où le ranger. Joignez l’échantillon.</translation>
    </message>
    <message>
        <source>A file of the result could not be read to its end.</source>
        <translation>Un fichier du résultat n’a pas pu être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>no dot in it: not a domain for Assemblyline</source>
        <translation>aucun point : pas un domaine pour Assemblyline</translation>
    </message>
    <message>
        <source>not a domain for Assemblyline</source>
        <translation>pas un domaine pour Assemblyline</translation>
    </message>
    <message>
        <source>its top-level domain is not one that Assemblyline knows</source>
        <translation>son domaine de premier niveau n’est pas connu d’Assemblyline</translation>
    </message>
    <message>
        <source>not an IP address</source>
        <translation>pas une adresse IP</translation>
    </message>
    <message>
        <source>not a URI for Assemblyline</source>
        <translation>pas une URI pour Assemblyline</translation>
    </message>
    <message>
        <source>its host is neither a known domain nor an IP address</source>
        <translation>son hôte n’est ni un domaine connu ni une adresse IP</translation>
    </message>
    <message>
        <source>not an e-mail address</source>
        <translation>pas une adresse de courriel</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>pas un nombre</translation>
    </message>
    <message>
        <source>not of the form that Assemblyline asks for</source>
        <translation>pas de la forme qu’Assemblyline demande</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>a kind of tag that Assemblyline does not have</source>
        <translation>un type d’étiquette qu’Assemblyline n’a pas</translation>
    </message>
    <message>
        <source>The bundle could not be written: check the disk.</source>
        <translation>Le bundle n’a pas pu être écrit : vérifiez le disque.</translation>
    </message>
    <message>
        <source>The sample %1 could not be read.</source>
        <translation>L’échantillon %1 n’a pas pu être lu.</translation>
    </message>
</context>
<context>
    <name>CapeClient</name>
    <message>
        <source>This function is switched off on the server. Its administrator can switch it on in api.conf.</source>
        <translation>Cette fonction est désactivée sur le serveur. Son administrateur peut l’activer dans api.conf.</translation>
    </message>
    <message>
        <source>The server has not finished this task yet.</source>
        <translation>Le serveur n’a pas encore terminé cette tâche.</translation>
    </message>
    <message>
        <source>The task failed on the server; it has no report.</source>
        <translation>La tâche a échoué sur le serveur ; elle n’a pas de rapport.</translation>
    </message>
    <message>
        <source>The server does not know this task, or no longer has its files.</source>
        <translation>Le serveur ne connaît pas cette tâche, ou n’a plus ses fichiers.</translation>
    </message>
    <message>
        <source>The server has no lite report for this task. Its administrator can switch it on: [litereport] enabled = yes in reporting.conf.</source>
        <translation>Le serveur n’a pas de rapport allégé pour cette tâche. Son administrateur peut l’activer : [litereport] enabled = yes dans reporting.conf.</translation>
    </message>
    <message>
        <source>This server does not offer this kind of report.</source>
        <translation>Ce serveur n’offre pas ce type de rapport.</translation>
    </message>
    <message>
        <source>The server refused this: %1</source>
        <translation>Le serveur a refusé : %1</translation>
    </message>
    <message>
        <source>HTTP status %1, %2</source>
        <translation>État HTTP %1, %2</translation>
    </message>
    <message>
        <source>no content type</source>
        <translation>aucun type de contenu</translation>
    </message>
    <message>
        <source>The server does not accept this token. Check the token and the word before it in the profile.</source>
        <translation>Le serveur n’accepte pas ce jeton. Vérifiez, dans le profil, le jeton et le mot qui le précède.</translation>
    </message>
    <message>
        <source>The account behind this token may not do this on the server.</source>
        <translation>Le compte de ce jeton n’a pas le droit de faire cela sur le serveur.</translation>
    </message>
    <message numerus="yes">
        <source>The server allows no more requests for now. Next try in %n s.</source>
        <translation>
            <numerusform>Le serveur n’accepte plus de requêtes pour le moment. Prochain essai dans %n s.</numerusform>
            <numerusform>Le serveur n’accepte plus de requêtes pour le moment. Prochain essai dans %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server allows no more requests for now.</source>
        <translation>Le serveur n’accepte plus de requêtes pour le moment.</translation>
    </message>
    <message>
        <source>The server sends this request elsewhere. Check the address in the profile.</source>
        <translation>Le serveur renvoie cette requête ailleurs. Vérifiez l’adresse dans le profil.</translation>
    </message>
    <message>
        <source>The server has an internal error.</source>
        <translation>Le serveur a une erreur interne.</translation>
    </message>
    <message>
        <source>There is no CAPE API at this address, or it does not know what was asked for.</source>
        <translation>Il n’y a pas d’API CAPE à cette adresse, ou elle ne connaît pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>The server answered with a web page. Check that the address is that of a CAPE server.</source>
        <translation>Le serveur a répondu par une page web. Vérifiez que l’adresse est celle d’un serveur CAPE.</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>État HTTP %1</translation>
    </message>
    <message>
        <source>The server answered with something that is no CAPE answer.</source>
        <translation>Le serveur a répondu par quelque chose qui n’est pas une réponse de CAPE.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is damaged or was cut off.</source>
        <translation>La réponse du serveur est endommagée ou a été coupée.</translation>
    </message>
    <message>
        <source>The server has found nothing.</source>
        <translation>Le serveur n’a rien trouvé.</translation>
    </message>
    <message>
        <source>The task is marked TLP:RED: the server gives its report to nobody.</source>
        <translation>La tâche est marquée TLP:RED : le serveur ne donne son rapport à personne.</translation>
    </message>
    <message>
        <source>The server or a proxy before it refuses files of this size.</source>
        <translation>Le serveur, ou un proxy placé devant lui, refuse les fichiers de cette taille.</translation>
    </message>
    <message>
        <source>The server or a proxy before it answered the submission with a web page. Check the address, and look on the server whether it has the sample.</source>
        <translation>Le serveur, ou un proxy placé devant lui, a répondu à la soumission par une page web. Vérifiez l’adresse, puis regardez sur le serveur s’il a reçu l’échantillon.</translation>
    </message>
    <message>
        <source>The server&apos;s answer holds more than can be read.</source>
        <translation>La réponse du serveur est trop volumineuse pour être lue.</translation>
    </message>
    <message>
        <source>more than %1 values</source>
        <translation>plus de %1 valeurs</translation>
    </message>
    <message>
        <source>The server named %1 tasks. Only the first %2 are followed.</source>
        <translation>Le serveur a indiqué %1 tâches. Seules les %2 premières sont suivies.</translation>
    </message>
</context>
<context>
    <name>Cart</name>
    <message>
        <source>This CaRT file is damaged or incomplete.</source>
        <translation>Ce fichier CaRT est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>The file could not be written: check the disk.</source>
        <translation>Le fichier n’a pas pu être écrit : vérifiez le disque.</translation>
    </message>
    <message>
        <source>The file could not be read to its end.</source>
        <translation>Le fichier n’a pas pu être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>This is not a CaRT file.</source>
        <translation>Ce n’est pas un fichier CaRT.</translation>
    </message>
    <message>
        <source>The content of this CaRT file is larger than allowed.</source>
        <translation>Le contenu de ce fichier CaRT est plus grand que permis.</translation>
    </message>
</context>
<context>
    <name>CaseLibrary</name>
    <message>
        <source>The library of cases could not be read or written.</source>
        <translation>La bibliothèque des affaires n’a pas pu être lue ou écrite.</translation>
    </message>
    <message>
        <source>The library of cases was written by a newer version of the workbench.</source>
        <translation>La bibliothèque des affaires a été écrite par une version plus récente de l’atelier.</translation>
    </message>
</context>
<context>
    <name>CheckServerCommand</name>
    <message>
        <source>Says what a server offers and lacks, and which line of its configuration turns on what is off. Asks about ten questions and changes nothing there.</source>
        <translation>Dit ce qu’un serveur offre ou non, et quelle ligne de sa configuration active ce qui manque. Pose une dizaine de questions et n’y change rien.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Interrompu.</translation>
    </message>
</context>
<context>
    <name>Classifier</name>
    <message>
        <source>The classifier is turned off (CAPEWB_CLASSIFIER).</source>
        <translation>Le classificateur est désactivé (CAPEWB_CLASSIFIER).</translation>
    </message>
    <message>
        <source>The classifier is not installed.</source>
        <translation>Le classificateur n’est pas installé.</translation>
    </message>
    <message>
        <source>The classifier&apos;s files are not those of a Magika model.</source>
        <translation>Les fichiers du classificateur ne sont pas ceux d’un modèle Magika.</translation>
    </message>
    <message>
        <source>The classifier&apos;s model could not be read.</source>
        <translation>Impossible de lire le modèle du classificateur.</translation>
    </message>
    <message>
        <source>The classifier&apos;s model cannot be run.</source>
        <translation>Le modèle du classificateur ne peut pas être exécuté.</translation>
    </message>
    <message>
        <source>ONNX Runtime is not installed.</source>
        <translation>ONNX Runtime n’est pas installé.</translation>
    </message>
    <message>
        <source>This program was built without ONNX Runtime.</source>
        <translation>Ce programme a été compilé sans ONNX Runtime.</translation>
    </message>
</context>
<context>
    <name>ClearToken</name>
    <message>
        <source>Send the token to %1 unencrypted?</source>
        <translation>Envoyer le jeton à %1 sans chiffrement ?</translation>
    </message>
    <message>
        <source>The address begins with http: everybody on the way can read the token, and use it. Choose https where the server has it. This is asked once for this server.</source>
        <translation>L’adresse commence par http : quiconque se trouve sur le chemin peut lire le jeton et s’en servir. Choisissez https si le serveur le propose. Cette question n’est posée qu’une fois pour ce serveur.</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Enregistrer quand même</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Options:</source>
        <translation>Options :</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Exemples :</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or take a smaller report.</source>
        <translation>La mémoire ne suffit pas. Fermez d’autres programmes ou prenez un rapport plus petit.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have (%1).</source>
        <translation>Une erreur inattendue s’est produite (%1).</translation>
    </message>
    <message>
        <source>capewb COMMAND --help says more.</source>
        <translation>capewb COMMANDE --help en dit plus.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Il n’y a pas de commande %1.</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>La sortie n’a pas pu être écrite : %1.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Conversion</name>
    <message>
        <source>%1 is larger than 64 MiB; what lies beyond was left out.</source>
        <translation>%1 dépasse 64 Mio ; ce qui suit a été ignoré.</translation>
    </message>
    <message>
        <source>The report&apos;s field %1 is missing or not of the expected kind; what depends on it was left out.</source>
        <translation>Le champ %1 du rapport manque ou n’est pas du type attendu ; ce qui en dépend a été ignoré.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end: %2</source>
        <translation>%1 n’a pas pu être lu jusqu’au bout : %2</translation>
    </message>
</context>
<context>
    <name>ConversionOptions</name>
    <message>
        <source>The options file is not a JSON object with known values. Correct it.</source>
        <translation>Le fichier d’options n’est pas un objet JSON aux valeurs connues. Corrigez-le.</translation>
    </message>
</context>
<context>
    <name>ConvertCommand</name>
    <message>
        <source>Name the report to convert.</source>
        <translation>Indiquez le rapport à convertir.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the name and your rights.</source>
        <translation>%1 ne peut pas être lu. Vérifiez le nom et vos droits.</translation>
    </message>
    <message>
        <source>%1 is too large for options.</source>
        <translation>%1 est trop grand pour des options.</translation>
    </message>
    <message>
        <source>Name its file with --sample FILE.</source>
        <translation>Indiquez son fichier avec --sample FILE.</translation>
    </message>
    <message>
        <source>The sections, scores and tags as Assemblyline stores them.</source>
        <translation>Les sections, scores et étiquettes tels qu’Assemblyline les stocke.</translation>
    </message>
    <message>
        <source>Processes, connections and signatures in Assemblyline&apos;s own model.</source>
        <translation>Les processus, connexions et signatures dans le modèle d’Assemblyline.</translation>
    </message>
    <message>
        <source>What Assemblyline&apos;s CAPE service would have handed over.</source>
        <translation>Ce que le service CAPE d’Assemblyline aurait remis.</translation>
    </message>
    <message>
        <source>A submission that an Assemblyline imports.</source>
        <translation>Une soumission qu’un Assemblyline importe.</translation>
    </message>
    <message>
        <source>The extracted and supplementary files, as they are: hostile, so open none of them.</source>
        <translation>Les fichiers extraits et complémentaires, tels quels : hostiles, n’en ouvrez aucun.</translation>
    </message>
    <message>
        <source>Converts reports into what Assemblyline&apos;s CAPE service makes of them, and writes the parts that are asked for. INPUT is a lite.json, plain or compressed, a report ZIP, the folder of an analysis, or - for the standard input. Of several inputs the outputs are folders, with a file for each input. Outputs are for you alone (0600, folders 0700), and links are never written through.</source>
        <translation>Convertit des rapports en ce que le service CAPE d’Assemblyline en fait, et écrit les parties demandées. INPUT est un lite.json, compressé ou non, une archive ZIP de rapport, le dossier d’une analyse, ou - pour l’entrée standard. Avec plusieurs entrées, les sorties sont des dossiers, avec un fichier par entrée. Les sorties sont pour vous seul (0600, dossiers 0700), et rien n’est écrit à travers un lien.</translation>
    </message>
    <message>
        <source>What the service knows from its configuration: a JSON file.</source>
        <translation>Ce que le service sait par sa configuration : un fichier JSON.</translation>
    </message>
    <message>
        <source>The sample, for --bundle: its bytes go along, and it says which file a report without a hash is about.</source>
        <translation>L’échantillon, pour --bundle : son contenu est joint, et il dit de quel fichier parle un rapport sans empreinte.</translation>
    </message>
    <message>
        <source>Prints a line of JSON with times, memory and warnings.</source>
        <translation>Affiche une ligne de JSON avec les durées, la mémoire et les avertissements.</translation>
    </message>
    <message>
        <source>The standard input can be read once only.</source>
        <translation>L’entrée standard ne peut être lue qu’une fois.</translation>
    </message>
    <message>
        <source>--sample goes with --bundle.</source>
        <translation>--sample va avec --bundle.</translation>
    </message>
    <message>
        <source>--sample goes with one report.</source>
        <translation>--sample va avec un seul rapport.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 demande une valeur.</translation>
    </message>
</context>
<context>
    <name>CredentialStore</name>
    <message>
        <source>The keychain could not be used.</source>
        <translation>Le trousseau n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>there is no keychain service, or the library libsecret is not installed</source>
        <translation>il n’y a pas de service de trousseau, ou la bibliothèque libsecret n’est pas installée</translation>
    </message>
</context>
<context>
    <name>DataLock</name>
    <message>
        <source>CAPE Workbench is already open in another window.</source>
        <translation>CAPE Workbench est déjà ouvert dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>%1, process %2 on %3</source>
        <translation>%1, processus %2 sur %3</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder %1.</source>
        <translation>Impossible d’écrire dans le dossier %1.</translation>
    </message>
    <message>
        <source>no lock file can be made there</source>
        <translation>impossible d’y créer un fichier de verrou</translation>
    </message>
    <message>
        <source>This window is read-only, because CAPE Workbench is already open. Use the other window.</source>
        <translation>Cette fenêtre est en lecture seule, car CAPE Workbench est déjà ouvert. Utilisez l’autre fenêtre.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The file %1 could not be made for the workbench alone.</source>
        <translation>Le fichier %1 n’a pas pu être créé pour l’atelier seul.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>The damaged file %1 could not be moved out of the way.</source>
        <translation>Le fichier endommagé %1 n’a pas pu être mis de côté.</translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>The demo did not get its report.</source>
        <translation>La démonstration n’a pas obtenu son rapport.</translation>
    </message>
    <message>
        <source>The report cannot be read.</source>
        <translation>Le rapport ne peut pas être lu.</translation>
    </message>
    <message>
        <source>No temporary folder could be made. Free some space.</source>
        <translation>Aucun dossier temporaire n’a pu être créé. Libérez de l’espace.</translation>
    </message>
    <message>
        <source>The whole main job without a window, against a demo server of its own: submit, follow, fetch, convert. Nothing leaves this machine, and the sample is harmless text.</source>
        <translation>Tout le travail principal sans fenêtre, avec son propre serveur de démonstration : soumettre, suivre, récupérer, convertir. Rien ne quitte cette machine, et l’échantillon est un texte inoffensif.</translation>
    </message>
    <message>
        <source>Folder for the report and its result; demo-out by default.</source>
        <translation>Dossier du rapport et de son résultat ; demo-out par défaut.</translation>
    </message>
    <message>
        <source>There is nothing to name here: %1</source>
        <translation>Il n’y a rien à indiquer ici : %1</translation>
    </message>
</context>
<context>
    <name>DemoServerCommand</name>
    <message>
        <source>Port to listen on; 0 for any free one.</source>
        <translation>Port d’écoute ; 0 pour un port libre quelconque.</translation>
    </message>
    <message>
        <source>The only token accepted; may be given more than once.</source>
        <translation>Le seul jeton accepté ; peut être donné plusieurs fois.</translation>
    </message>
    <message>
        <source>Requests allowed for each user, such as 5/m.</source>
        <translation>Requêtes permises à chaque utilisateur, par exemple 5/m.</translation>
    </message>
    <message>
        <source>A report ZIP to serve instead of the built-in story.</source>
        <translation>Une archive ZIP de rapport à servir au lieu du scénario intégré.</translation>
    </message>
    <message>
        <source>Seconds a task is pending, running and completed.</source>
        <translation>Secondes pendant lesquelles une tâche est en attente, en cours et terminée.</translation>
    </message>
    <message>
        <source>An endpoint to switch off.</source>
        <translation>Un point d’accès à désactiver.</translation>
    </message>
    <message>
        <source>How every task goes wrong.</source>
        <translation>Comment chaque tâche échoue.</translation>
    </message>
    <message>
        <source>Report ZIPs come without reports/lite.json.</source>
        <translation>Les archives ZIP de rapport arrivent sans reports/lite.json.</translation>
    </message>
    <message>
        <source>Wait so long before each answer.</source>
        <translation>Attendre autant avant chaque réponse.</translation>
    </message>
    <message>
        <source>Share of requests, 0 to 1, that break off.</source>
        <translation>Part des requêtes, de 0 à 1, qui se rompent.</translation>
    </message>
    <message>
        <source>Answer every third request with an HTML page.</source>
        <translation>Répondre à une requête sur trois par une page HTML.</translation>
    </message>
    <message>
        <source>Allow machine=all.</source>
        <translation>Permettre machine=all.</translation>
    </message>
    <message>
        <source>Seed of what is left to chance.</source>
        <translation>Graine de ce qui est laissé au hasard.</translation>
    </message>
    <message>
        <source>Serve https with a made, self-signed certificate.</source>
        <translation>Servir en https avec un certificat fabriqué et auto-signé.</translation>
    </message>
    <message>
        <source>With --tls: the second made certificate.</source>
        <translation>Avec --tls : le second certificat fabriqué.</translation>
    </message>
    <message>
        <source>Offer tasks/reboot, as older servers do.</source>
        <translation>Proposer tasks/reboot, comme d’anciens serveurs.</translation>
    </message>
    <message>
        <source>There is no full JSON report.</source>
        <translation>Il n’y a pas de rapport JSON complet.</translation>
    </message>
    <message>
        <source>Let users stop an analysis and have it reported.</source>
        <translation>Permettre aux utilisateurs d’arrêter une analyse et d’en obtenir le rapport.</translation>
    </message>
    <message>
        <source>A CAPE server that runs nothing: it takes samples and answers as CAPE does, with the built-in story or given reports. Prints its address and serves until it is interrupted.</source>
        <translation>Un serveur CAPE qui n’exécute rien : il reçoit des échantillons et répond comme CAPE, avec l’histoire intégrée ou des rapports donnés. Affiche son adresse et sert jusqu’à ce qu’on l’interrompe.</translation>
    </message>
</context>
<context>
    <name>DemoSummary</name>
    <message>
        <source>Sample</source>
        <translation>Échantillon</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message numerus="yes">
        <source>task %1 on %2, route %3, %n second(s)</source>
        <translation>
            <numerusform>tâche %1 sur %2, route %3, %n seconde</numerusform>
            <numerusform>tâche %1 sur %2, route %3, %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>%1 of 10 by the sandbox, %2 in Assemblyline</source>
        <translation>%1 sur 10 selon la sandbox, %2 dans Assemblyline</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Fichiers écrits</translation>
    </message>
    <message>
        <source>%1 in Assemblyline</source>
        <translation>%1 dans Assemblyline</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Submit %n file(s)</source>
        <translation>
            <numerusform>Soumettre %n fichier</numerusform>
            <numerusform>Soumettre %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n file(s) to %1</source>
        <translation>
            <numerusform>Soumettre %n fichier à %1</numerusform>
            <numerusform>Soumettre %n fichiers à %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n report(s)</source>
        <translation>
            <numerusform>Ouvrir %n rapport</numerusform>
            <numerusform>Ouvrir %n rapports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask the servers for %n hash(es)</source>
        <translation>
            <numerusform>Interroger les serveurs sur %n empreinte</numerusform>
            <numerusform>Interroger les serveurs sur %n empreintes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n URL(s)</source>
        <translation>
            <numerusform>Soumettre %n URL</numerusform>
            <numerusform>Soumettre %n URL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n URL(s) to %1</source>
        <translation>
            <numerusform>Soumettre %n URL à %1</numerusform>
            <numerusform>Soumettre %n URL à %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>its configuration, extracted by CAPE</source>
        <translation>sa configuration, extraite par CAPE</translation>
    </message>
    <message>
        <source>CAPE&apos;s detections</source>
        <translation>détections de CAPE</translation>
    </message>
    <message>
        <source>CAPE&apos;s detections (%1)</source>
        <translation>détections de CAPE (%1)</translation>
    </message>
    <message>
        <source>a payload</source>
        <translation>une charge utile</translation>
    </message>
    <message>
        <source>payload of %1</source>
        <translation>charge utile de %1</translation>
    </message>
    <message>
        <source>CAPE&apos;s YARA rules on the sample</source>
        <translation>règles YARA de CAPE sur l’échantillon</translation>
    </message>
    <message>
        <source>signature %1</source>
        <translation>signature %1</translation>
    </message>
</context>
<context>
    <name>FileContent</name>
    <message>
        <source>A file of the result cannot be read any more.</source>
        <translation>Un fichier du résultat ne peut plus être lu.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Gzip</name>
    <message>
        <source>The file “%1” cannot be opened. Check that it exists and that you may read it.</source>
        <translation>Le fichier « %1 » ne peut pas être ouvert. Vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The file “%1” is not a readable gzip file.</source>
        <translation>Le fichier « %1 » n’est pas un fichier gzip lisible.</translation>
    </message>
    <message>
        <source>The file “%1” is damaged.</source>
        <translation>Le fichier « %1 » est endommagé.</translation>
    </message>
    <message>
        <source>The file “%1” is larger than is accepted.</source>
        <translation>Le fichier « %1 » dépasse la taille acceptée.</translation>
    </message>
    <message>
        <source>The file “%1” grows out of all proportion when it is unpacked.</source>
        <translation>Le fichier « %1 » prend des proportions démesurées à la décompression.</translation>
    </message>
    <message>
        <source>The gzip file is damaged; what could be unpacked of it is shown.</source>
        <translation>Le fichier gzip est endommagé ; ce qui a pu en être décompressé est affiché.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read to its end.</source>
        <translation>Le fichier « %1 » ne peut pas être lu jusqu’au bout.</translation>
    </message>
</context>
<context>
    <name>IdentifyCommand</name>
    <message>
        <source>Says what Assemblyline takes files for, a line a file: path, type, MIME type, libmagic&apos;s words, and what told the type (magic, rule or classifier).</source>
        <translation>Indique pour quel type Assemblyline prend chaque fichier, une ligne par fichier : chemin, type, type MIME, description de libmagic et origine du type (magic, rule ou classifier).</translation>
    </message>
    <message>
        <source>One JSON object a line.</source>
        <translation>Un objet JSON par ligne.</translation>
    </message>
    <message>
        <source>Name the files.</source>
        <translation>Indiquez les fichiers.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 est un dossier.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the name and your rights.</source>
        <translation>Impossible de lire %1. Vérifiez le nom et vos droits.</translation>
    </message>
    <message>
        <source>%1 Some types were told by rules alone.</source>
        <translation>%1 Certains types ne reposent que sur les règles.</translation>
    </message>
</context>
<context>
    <name>IocCommand</name>
    <message>
        <source>Choose a --format: csv, json, stix, misp, navigator or markdown.</source>
        <translation>Choisissez un --format : csv, json, stix, misp, navigator ou markdown.</translation>
    </message>
    <message>
        <source>Writes the indicators of reports: hosts, URLs, hashes, files, registry keys, mutexes, families and ATT&amp;CK techniques. INPUT is what `capewb convert` takes; of several, --out is a folder.</source>
        <translation>Écrit les indicateurs des rapports : hôtes, URL, empreintes, fichiers, clés de registre, mutex, familles et techniques ATT&amp;CK. INPUT est ce que prend `capewb convert` ; avec plusieurs, --out est un dossier.</translation>
    </message>
    <message>
        <source>csv, json and markdown are for people and have hosts, URLs and addresses defanged; stix (2.1), misp and navigator are for machines and have them as they are.</source>
        <translation>csv, json et markdown sont pour les personnes : hôtes, URL et adresses y sont neutralisés ; stix (2.1), misp et navigator sont pour les machines et les gardent tels quels.</translation>
    </message>
    <message>
        <source>The file to write, for you alone (0600); otherwise the standard output.</source>
        <translation>Le fichier à écrire, pour vous seul (0600) ; sinon la sortie standard.</translation>
    </message>
    <message>
        <source>Nothing is defanged.</source>
        <translation>Rien n’est neutralisé.</translation>
    </message>
    <message>
        <source>Name a report: lite.json, lite.json.gz or a report ZIP.</source>
        <translation>Indiquez un rapport : lite.json, lite.json.gz ou une archive ZIP de rapport.</translation>
    </message>
    <message>
        <source>Name a folder with --out for the files of several reports.</source>
        <translation>Indiquez avec --out un dossier pour les fichiers de plusieurs rapports.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 demande une valeur.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>This is not valid JSON; the text is damaged or of another kind.</source>
        <translation>Ce JSON n’est pas valide ; le texte est endommagé ou d’un autre type.</translation>
    </message>
    <message>
        <source>The JSON text is larger or more deeply nested than is accepted.</source>
        <translation>Le texte JSON est plus grand ou plus profondément imbriqué que permis.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Le texte est vide.</translation>
    </message>
    <message>
        <source>The text breaks off or has an error at byte %1.</source>
        <translation>Le texte s’interrompt ou a une erreur à l’octet %1.</translation>
    </message>
</context>
<context>
    <name>JsonLine</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln élément</numerusform>
            <numerusform>%Ln éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln membre</numerusform>
            <numerusform>%Ln membres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkBuilder</name>
    <message>
        <source>The time of a network flow cannot be told: the report lacks the start of the analysis or has no number there.</source>
        <translation>L’heure d’un flux réseau est inconnue : le rapport n’a pas le début de l’analyse ou n’y a pas de nombre.</translation>
    </message>
    <message>
        <source>A flow to %1 is left out: its port %2 is no number.</source>
        <translation>Un flux vers %1 est ignoré : son port %2 n’est pas un nombre.</translation>
    </message>
</context>
<context>
    <name>NetworkMap</name>
    <message>
        <source>A request in &quot;%1&quot; lacks its URI, method or port; it is shown as far as the report has it.</source>
        <translation>Il manque à une requête de « %1 » son URI, sa méthode ou son port ; elle est affichée autant que le rapport le permet.</translation>
    </message>
    <message>
        <source>A request in &quot;%1&quot; has a body outside the folder &quot;network&quot;; the body is not linked.</source>
        <translation>Une requête de « %1 » a un corps hors du dossier « network » ; le corps n’est pas relié.</translation>
    </message>
    <message>
        <source>A DNS query in &quot;%1&quot; lacks its request, type or answers; it is shown as far as the report has it.</source>
        <translation>Il manque à une requête DNS de « %1 » sa demande, son type ou ses réponses ; elle est affichée autant que le rapport le permet.</translation>
    </message>
    <message>
        <source>A flow in &quot;%1&quot; has no valid destination address; it is left out.</source>
        <translation>Un flux de « %1 » n’a pas d’adresse de destination valide ; il est ignoré.</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>%1 cannot be written. Choose another place or free some space.</source>
        <translation>%1 ne peut pas être écrit. Choisissez un autre emplacement ou libérez de l’espace.</translation>
    </message>
    <message>
        <source>%1 would be written over: name another file for this output.</source>
        <translation>%1 serait écrasé : indiquez un autre fichier pour cette sortie.</translation>
    </message>
    <message>
        <source>it is a link, and links are not followed</source>
        <translation>c’est un lien, et les liens ne sont pas suivis</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>%1 was not written: what goes into it could not be read to its end.</source>
        <translation>%1 n’a pas été écrit : son contenu n’a pas pu être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>its SHA-256 is not what it was</source>
        <translation>son SHA-256 n’est plus le même</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Runs the commands of a prepared ie4uinit.inf</source>
        <translation>Exécute les commandes d’un ie4uinit.inf préparé</translation>
    </message>
    <message>
        <source>Opens a database in Microsoft Access</source>
        <translation>Ouvre une base de données dans Microsoft Access</translation>
    </message>
    <message>
        <source>Opens a Java applet in Firefox or Internet Explorer</source>
        <translation>Ouvre une applet Java dans Firefox ou Internet Explorer</translation>
    </message>
    <message>
        <source>Unpacks an archive and runs what it finds in it</source>
        <translation>Décompresse une archive et exécute ce qu’elle contient</translation>
    </message>
    <message>
        <source>Runs an AutoIt script</source>
        <translation>Exécute un script AutoIt</translation>
    </message>
    <message>
        <source>Runs a batch script in cmd.exe</source>
        <translation>Exécute un script batch dans cmd.exe</translation>
    </message>
    <message>
        <source>Opens a compiled help file</source>
        <translation>Ouvre un fichier d’aide compilé</translation>
    </message>
    <message>
        <source>Opens a link in Google Chrome</source>
        <translation>Ouvre un lien dans Google Chrome</translation>
    </message>
    <message>
        <source>Opens a link in Chromium</source>
        <translation>Ouvre un lien dans Chromium</translation>
    </message>
    <message>
        <source>Opens a link in Chromium with an extension loaded</source>
        <translation>Ouvre un lien dans Chromium avec une extension chargée</translation>
    </message>
    <message>
        <source>Opens a control panel item</source>
        <translation>Ouvre un élément du panneau de configuration</translation>
    </message>
    <message>
        <source>Loads an extension into Google Chrome</source>
        <translation>Charge une extension dans Google Chrome</translation>
    </message>
    <message>
        <source>Runs exports of a DLL by rundll32.exe</source>
        <translation>Exécute des exports d’une DLL par rundll32.exe</translation>
    </message>
    <message>
        <source>Opens a document in Microsoft Word</source>
        <translation>Ouvre un document dans Microsoft Word</translation>
    </message>
    <message>
        <source>Opens a document in Microsoft Word 2016</source>
        <translation>Ouvre un document dans Microsoft Word 2016</translation>
    </message>
    <message>
        <source>Opens a document in Word, with programs running beside it</source>
        <translation>Ouvre un document dans Word, d’autres programmes tournant à côté</translation>
    </message>
    <message>
        <source>Opens a link in Microsoft Edge</source>
        <translation>Ouvre un lien dans Microsoft Edge</translation>
    </message>
    <message>
        <source>Opens an e-mail in Microsoft Outlook</source>
        <translation>Ouvre un courriel dans Microsoft Outlook</translation>
    </message>
    <message>
        <source>Runs a program</source>
        <translation>Exécute un programme</translation>
    </message>
    <message>
        <source>Opens a link in Firefox</source>
        <translation>Ouvre un lien dans Firefox</translation>
    </message>
    <message>
        <source>Opens a link in Firefox with an extension loaded</source>
        <translation>Ouvre un lien dans Firefox avec une extension chargée</translation>
    </message>
    <message>
        <source>Opens the file with whatever Windows has for it</source>
        <translation>Ouvre le fichier avec ce que Windows lui associe</translation>
    </message>
    <message>
        <source>Runs an HTML application by mshta.exe</source>
        <translation>Exécute une application HTML par mshta.exe</translation>
    </message>
    <message>
        <source>Opens a document in Hangul Word Processor</source>
        <translation>Ouvre un document dans Hangul Word Processor</translation>
    </message>
    <message>
        <source>Opens a document in Ichitaro</source>
        <translation>Ouvre un document dans Ichitaro</translation>
    </message>
    <message>
        <source>Opens a link in Internet Explorer</source>
        <translation>Ouvre un lien dans Internet Explorer</translation>
    </message>
    <message>
        <source>Installs a setup information file by cmstp.exe</source>
        <translation>Installe un fichier d’installation .inf par cmstp.exe</translation>
    </message>
    <message>
        <source>Opens a document in InPage</source>
        <translation>Ouvre un document dans InPage</translation>
    </message>
    <message>
        <source>Runs a Java archive</source>
        <translation>Exécute une archive Java</translation>
    </message>
    <message>
        <source>Runs JScript in wscript.exe</source>
        <translation>Exécute du JScript dans wscript.exe</translation>
    </message>
    <message>
        <source>Runs JScript, with programs running beside it</source>
        <translation>Exécute du JScript, d’autres programmes tournant à côté</translation>
    </message>
    <message>
        <source>Opens a shortcut</source>
        <translation>Ouvre un raccourci</translation>
    </message>
    <message>
        <source>Opens a saved web page in Internet Explorer</source>
        <translation>Ouvre une page web enregistrée dans Internet Explorer</translation>
    </message>
    <message>
        <source>Builds a .NET project file by MSBuild</source>
        <translation>Compile un projet .NET par MSBuild</translation>
    </message>
    <message>
        <source>Opens a message in Microsoft Outlook</source>
        <translation>Ouvre un message dans Microsoft Outlook</translation>
    </message>
    <message>
        <source>Installs a Windows Installer package</source>
        <translation>Installe un paquet Windows Installer</translation>
    </message>
    <message>
        <source>Installs an MSIX app package</source>
        <translation>Installe un paquet d’application MSIX</translation>
    </message>
    <message>
        <source>Runs JavaScript in Node.js</source>
        <translation>Exécute du JavaScript dans Node.js</translation>
    </message>
    <message>
        <source>Runs an NSIS installer without its checksum test</source>
        <translation>Exécute un installeur NSIS sans vérifier sa somme de contrôle</translation>
    </message>
    <message>
        <source>Opens a program in OllyDbg</source>
        <translation>Ouvre un programme dans OllyDbg</translation>
    </message>
    <message>
        <source>Opens a notebook in Microsoft OneNote</source>
        <translation>Ouvre un bloc-notes dans Microsoft OneNote</translation>
    </message>
    <message>
        <source>Opens a PDF in Adobe Reader</source>
        <translation>Ouvre un PDF dans Adobe Reader</translation>
    </message>
    <message>
        <source>Opens a presentation in Microsoft PowerPoint</source>
        <translation>Ouvre une présentation dans Microsoft PowerPoint</translation>
    </message>
    <message>
        <source>Opens a presentation in PowerPoint 2016</source>
        <translation>Ouvre une présentation dans PowerPoint 2016</translation>
    </message>
    <message>
        <source>Runs a PowerShell script</source>
        <translation>Exécute un script PowerShell</translation>
    </message>
    <message>
        <source>Opens a publication in Microsoft Publisher</source>
        <translation>Ouvre une publication dans Microsoft Publisher</translation>
    </message>
    <message>
        <source>Opens a publication in Publisher 2016</source>
        <translation>Ouvre une publication dans Publisher 2016</translation>
    </message>
    <message>
        <source>Runs a Python script</source>
        <translation>Exécute un script Python</translation>
    </message>
    <message>
        <source>Unpacks a RAR archive and runs what is in it</source>
        <translation>Décompresse une archive RAR et exécute son contenu</translation>
    </message>
    <message>
        <source>Opens a remote desktop connection file</source>
        <translation>Ouvre un fichier de connexion Bureau à distance</translation>
    </message>
    <message>
        <source>Imports a registry file</source>
        <translation>Importe un fichier de registre</translation>
    </message>
    <message>
        <source>Registers a DLL by regsvr32.exe</source>
        <translation>Enregistre une DLL par regsvr32.exe</translation>
    </message>
    <message>
        <source>Runs a scriptlet by regsvr32.exe and scrobj.dll</source>
        <translation>Exécute un scriptlet par regsvr32.exe et scrobj.dll</translation>
    </message>
    <message>
        <source>Installs and starts a program as a service</source>
        <translation>Installe et démarre un programme comme service</translation>
    </message>
    <message>
        <source>Installs and starts a DLL as a service</source>
        <translation>Installe et démarre une DLL comme service</translation>
    </message>
    <message>
        <source>Runs 32-bit shellcode</source>
        <translation>Exécute un shellcode 32 bits</translation>
    </message>
    <message>
        <source>Runs 64-bit shellcode</source>
        <translation>Exécute un shellcode 64 bits</translation>
    </message>
    <message>
        <source>Opens a Flash film</source>
        <translation>Ouvre une animation Flash</translation>
    </message>
    <message>
        <source>Opens a link in Tor Browser</source>
        <translation>Ouvre un lien dans Tor Browser</translation>
    </message>
    <message>
        <source>Runs an encoded script in wscript.exe</source>
        <translation>Exécute un script encodé dans wscript.exe</translation>
    </message>
    <message>
        <source>Runs VBScript in wscript.exe</source>
        <translation>Exécute du VBScript dans wscript.exe</translation>
    </message>
    <message>
        <source>Runs a Windows script file</source>
        <translation>Exécute un fichier de script Windows</translation>
    </message>
    <message>
        <source>Opens a workbook in Microsoft Excel</source>
        <translation>Ouvre un classeur dans Microsoft Excel</translation>
    </message>
    <message>
        <source>Opens a workbook in Excel 2016</source>
        <translation>Ouvre un classeur dans Excel 2016</translation>
    </message>
    <message>
        <source>Opens an XPS document</source>
        <translation>Ouvre un document XPS</translation>
    </message>
    <message>
        <source>Runs a style sheet by wmic.exe</source>
        <translation>Exécute une feuille de style par wmic.exe</translation>
    </message>
    <message>
        <source>Unpacks a ZIP and runs what is in it</source>
        <translation>Décompresse un ZIP et exécute son contenu</translation>
    </message>
    <message>
        <source>Unpacks a ZIP and runs one file beside the others</source>
        <translation>Décompresse un ZIP et exécute un fichier à côté des autres</translation>
    </message>
    <message>
        <source>CAPE chooses by the file&apos;s type</source>
        <translation>CAPE choisit d’après le type du fichier</translation>
    </message>
    <message>
        <source>Runs a shell script on Linux</source>
        <translation>Exécute un script shell sous Linux</translation>
    </message>
    <message>
        <source>Installs a Debian package on Linux</source>
        <translation>Installe un paquet Debian sous Linux</translation>
    </message>
    <message>
        <source>Runs a Perl script on Linux</source>
        <translation>Exécute un script Perl sous Linux</translation>
    </message>
    <message>
        <source>Installs a Python wheel on Linux</source>
        <translation>Installe un paquet wheel Python sous Linux</translation>
    </message>
    <message>
        <source>Downloads and runs a file on Linux</source>
        <translation>Télécharge et exécute un fichier sous Linux</translation>
    </message>
    <message>
        <source>Opens the file with whatever Linux has for it</source>
        <translation>Ouvre le fichier avec ce que Linux prévoit pour lui</translation>
    </message>
</context>
<context>
    <name>PaddedBuffer</name>
    <message>
        <source>The file is larger than the limit of %1 MiB.</source>
        <translation>Le fichier dépasse la limite de %1 Mio.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that it exists and that you may read it.</source>
        <translation>Le fichier « %1 » ne peut pas être ouvert. Vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end. Try again, or fetch it again.</source>
        <translation>Le fichier ne peut pas être lu jusqu’au bout. Réessayez, ou récupérez-le de nouveau.</translation>
    </message>
</context>
<context>
    <name>Phase</name>
    <message>
        <source>hashing</source>
        <translation>calcul de l’empreinte</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>recherche</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>envoi</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>rapport généré</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>téléchargement</translation>
    </message>
    <message>
        <source>parsing</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
</context>
<context>
    <name>PlanCommand</name>
    <message>
        <source>Prints what Assemblyline&apos;s CAPE service would submit where, without doing it. CASE.json says what is submitted (file_name, file_type, params) and what the servers are like (config, hosts).</source>
        <translation>Affiche ce que le service CAPE d’Assemblyline soumettrait et où, sans le faire. CASE.json dit ce qui est soumis (file_name, file_type, params) et comment sont les serveurs (config, hosts).</translation>
    </message>
    <message>
        <source>Name one case.</source>
        <translation>Indiquez un seul cas.</translation>
    </message>
</context>
<context>
    <name>PoolSettings</name>
    <message>
        <source>This file does not hold the settings of a service.</source>
        <translation>Ce fichier ne contient pas les réglages d’un service.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu : %2</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>A preset in this file has no name.</source>
        <translation>Un préréglage de ce fichier n’a pas de nom.</translation>
    </message>
    <message>
        <source>The name of a preset in this file is too long, or holds characters that cannot be shown.</source>
        <translation>Le nom d’un préréglage de ce fichier est trop long, ou contient des caractères qui ne peuvent pas être affichés.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; has no parameters.</source>
        <translation>Le préréglage « %1 » n’a pas de paramètres.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; has a parameter that this version does not know: %2</source>
        <translation>Le préréglage « %1 » a un paramètre que cette version ne connaît pas : %2</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; cannot be used: %2</source>
        <translation>Le préréglage « %1 » ne peut pas être utilisé : %2</translation>
    </message>
    <message>
        <source>This file is too large for presets.</source>
        <translation>Ce fichier est trop grand pour des préréglages.</translation>
    </message>
    <message>
        <source>This file does not hold presets.</source>
        <translation>Ce fichier ne contient pas de préréglages.</translation>
    </message>
    <message>
        <source>There are too many presets in this file.</source>
        <translation>Ce fichier contient trop de préréglages.</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot;.</source>
        <translation>Il n’y a pas de préréglage « %1 ».</translation>
    </message>
    <message>
        <source>Give the preset a name.</source>
        <translation>Donnez un nom au préréglage.</translation>
    </message>
    <message>
        <source>There is a preset &quot;%1&quot; already. Choose another name.</source>
        <translation>Il y a déjà un préréglage « %1 ». Choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>PrivateFolder</name>
    <message>
        <source>The folder %1 could not be made for the workbench alone.</source>
        <translation>Le dossier %1 n’a pas pu être créé pour l’atelier seul.</translation>
    </message>
</context>
<context>
    <name>ProbeTable</name>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>any</source>
        <translation>indifférent</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Machines free</source>
        <translation>Machines libres</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>%1 pending, %2 running, %3 reported</source>
        <translation>%1 en attente, %2 en cours, %3 avec rapport</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>joignable</translation>
    </message>
    <message>
        <source>Certificate SHA-256</source>
        <translation>SHA-256 du certificat</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>The token travels unencrypted: use https.</source>
        <translation>Le jeton circule en clair : utilisez https.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/min</translation>
    </message>
</context>
<context>
    <name>ProbeWords</name>
    <message>
        <source>%1 is switched off. To switch it on: %2</source>
        <translation>%1 : désactivé. Pour l’activer : %2</translation>
    </message>
</context>
<context>
    <name>ProcessMap</name>
    <message>
        <source>Process %1 of the report&apos;s list (%2) is left out: it has no usable process_id.</source>
        <translation>Le processus n° %1 de la liste du rapport (%2) est ignoré : son process_id est inutilisable.</translation>
    </message>
    <message>
        <source>Process %1 (%2) is left out: a later process of the report has the same process_id.</source>
        <translation>Le processus %1 (%2) est ignoré : un processus suivant du rapport a le même process_id.</translation>
    </message>
</context>
<context>
    <name>ProcessesBuilder</name>
    <message>
        <source>Process %1 (%2) is missing from the section “Processes”: Assemblyline refuses its %3.</source>
        <translation>Le processus %1 (%2) manque dans la section « Processes » : Assemblyline refuse son champ %3.</translation>
    </message>
    <message>
        <source>Process %1 (%2) is left out: the report has no usable %3 for it.</source>
        <translation>Le processus %1 (%2) est ignoré : son champ %3 est absent du rapport ou inutilisable.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>This is not the address of a server. Write it like https://cape.example.com.</source>
        <translation>Ce n’est pas l’adresse d’un serveur. Écrivez-la comme https://cape.example.com.</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address; enter the token in its own field.</source>
        <translation>N’écrivez ni nom ni mot de passe dans l’adresse ; le jeton a son propre champ.</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>This file does not hold connection profiles.</source>
        <translation>Ce fichier ne contient pas de profils de connexion.</translation>
    </message>
    <message>
        <source>The connection profiles could not be saved.</source>
        <translation>Les profils de connexion n’ont pas pu être enregistrés.</translation>
    </message>
    <message>
        <source>The connection profiles in %1 could not be read: %2</source>
        <translation>Les profils de connexion de %1 n’ont pas pu être lus : %2</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>il est trop grand</translation>
    </message>
    <message>
        <source>The connection profiles could not all be read (%1). The file was kept as %2.</source>
        <translation>Les profils de connexion n’ont pas tous pu être lus (%1). Le fichier a été gardé sous le nom %2.</translation>
    </message>
    <message>
        <source>The connection profiles in %1 could not all be read: %2</source>
        <translation>Les profils de connexion de %1 n’ont pas tous pu être lus : %2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>these have no usable address: %1</source>
        <translation>ceux-ci n’ont pas d’adresse utilisable : %1</translation>
    </message>
    <message>
        <source>This profile no longer exists.</source>
        <translation>Ce profil n’existe plus.</translation>
    </message>
</context>
<context>
    <name>RebootOffer</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 is not set up for it: see its settings.</source>
        <translation>%1 n’est pas configuré pour cela : voyez ses réglages.</translation>
    </message>
</context>
<context>
    <name>ReportArchive</name>
    <message>
        <source>Reading the archive was cancelled.</source>
        <translation>La lecture de l’archive a été annulée.</translation>
    </message>
    <message>
        <source>A file in the archive is damaged.</source>
        <translation>Un fichier de l’archive est endommagé.</translation>
    </message>
    <message>
        <source>A file in the archive is larger than is accepted.</source>
        <translation>Un fichier de l’archive est plus grand que permis.</translation>
    </message>
    <message>
        <source>A file in the archive grows out of all proportion when it is unpacked.</source>
        <translation>Un fichier de l’archive grandit hors de toute proportion quand on le décompresse.</translation>
    </message>
    <message>
        <source>The archive holds more files than is accepted.</source>
        <translation>L’archive contient plus de fichiers que permis.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is damaged.</source>
        <translation>Le répertoire de l’archive est endommagé.</translation>
    </message>
    <message>
        <source>The archive is refused: it holds a path that leads out of its folder.</source>
        <translation>L’archive est refusée : elle contient un chemin qui sort de son dossier.</translation>
    </message>
    <message>
        <source>The archive is refused: it holds a link or a special file.</source>
        <translation>L’archive est refusée : elle contient un lien ou un fichier spécial.</translation>
    </message>
    <message>
        <source>The archive is refused: it holds two files of one name.</source>
        <translation>L’archive est refusée : elle contient deux fichiers du même nom.</translation>
    </message>
    <message>
        <source>The archive has no file “%1”.</source>
        <translation>L’archive n’a pas de fichier « %1 ».</translation>
    </message>
    <message>
        <source>The file “%1” in the archive is protected by a password.</source>
        <translation>Le fichier « %1 » de l’archive est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>The file “%1” in the archive cannot be read.</source>
        <translation>Le fichier « %1 » de l’archive ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file “%1” in the archive is damaged.</source>
        <translation>Le fichier « %1 » de l’archive est endommagé.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that it exists and that you may read it.</source>
        <translation>Le fichier « %1 » ne peut pas être ouvert. Vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The file “%1” is not a complete ZIP archive. Fetch it again.</source>
        <translation>Le fichier « %1 » n’est pas une archive ZIP complète. Téléchargez-la de nouveau.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Le fichier ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The archive has no reports/lite.json. The server did not write it: enable [litereport] in its reporting.conf and run the analysis again.</source>
        <translation>L’archive n’a pas de reports/lite.json. Le serveur ne l’a pas écrit : activez [litereport] dans son reporting.conf et relancez l’analyse.</translation>
    </message>
    <message>
        <source>It ends after %1 of %2 bytes.</source>
        <translation>Il se termine après %1 octets sur %2.</translation>
    </message>
    <message>
        <source>The report could not be written into its archive %1.</source>
        <translation>Le rapport n’a pas pu être écrit dans son archive %1.</translation>
    </message>
    <message>
        <source>The report %1 could not be read.</source>
        <translation>Le rapport %1 n’a pas pu être lu.</translation>
    </message>
</context>
<context>
    <name>ReportInput</name>
    <message>
        <source>%1 is not the folder of an analysis: it has no reports/lite.json.</source>
        <translation>%1 n’est pas le dossier d’une analyse : il n’a pas de reports/lite.json.</translation>
    </message>
    <message>
        <source>The report could not be read from the standard input.</source>
        <translation>Le rapport n’a pas pu être lu sur l’entrée standard.</translation>
    </message>
</context>
<context>
    <name>ReportParser</name>
    <message>
        <source>Reading the report was cancelled.</source>
        <translation>La lecture du rapport a été annulée.</translation>
    </message>
    <message>
        <source>This is an error message of a CAPE server, not a report.</source>
        <translation>C’est un message d’erreur d’un serveur CAPE, pas un rapport.</translation>
    </message>
    <message>
        <source>The file is damaged: it breaks off before the first section of a report.</source>
        <translation>Le fichier est endommagé : il s’interrompt avant la première section d’un rapport.</translation>
    </message>
    <message>
        <source>This is JSON, but not a CAPE report: it has none of a report&apos;s sections. Open the lite.json or the report ZIP of a finished task.</source>
        <translation>C’est du JSON, mais pas un rapport CAPE : il n’en a aucune section. Ouvrez le lite.json ou l’archive d’une tâche terminée.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>This is a web page, not a report. The server may have asked to sign in, or the address may be that of a page.</source>
        <translation>C’est une page web, pas un rapport. Le serveur a peut-être demandé de se connecter, ou l’adresse est celle d’une page.</translation>
    </message>
    <message>
        <source>This is a JSON list, not a CAPE report.</source>
        <translation>C’est une liste JSON, pas un rapport CAPE.</translation>
    </message>
    <message>
        <source>This is not JSON, so it cannot be a CAPE report.</source>
        <translation>Ce n’est pas du JSON ; ce ne peut donc pas être un rapport CAPE.</translation>
    </message>
    <message>
        <source>The text has damaged characters, or breaks off; they were replaced or left out.</source>
        <translation>Le texte a des caractères endommagés, ou s’interrompt ; ils ont été remplacés ou ignorés.</translation>
    </message>
    <message>
        <source>The report breaks off or has an error at byte %1; what stands before it is shown.</source>
        <translation>Le rapport s’interrompt ou a une erreur à l’octet %1 ; ce qui précède est affiché.</translation>
    </message>
    <message>
        <source>Something follows the report&apos;s end; it is left out.</source>
        <translation>Des données suivent la fin du rapport ; elles sont ignorées.</translation>
    </message>
    <message>
        <source>The report is larger than is accepted.</source>
        <translation>Le rapport est plus grand que permis.</translation>
    </message>
</context>
<context>
    <name>ReportReader</name>
    <message>
        <source>The file “%1” cannot be opened. Check that it exists and that you may read it.</source>
        <translation>Le fichier « %1 » ne peut pas être ouvert. Vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
</context>
<context>
    <name>ReportTime</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>guest %1</source>
        <comment>clock</comment>
        <translation>invité %1</translation>
    </message>
    <message>
        <source>host %1</source>
        <comment>clock</comment>
        <translation>hôte %1</translation>
    </message>
    <message>
        <source>guest and host clocks agree</source>
        <translation>horloges de l’invité et de l’hôte concordantes</translation>
    </message>
    <message>
        <source>guest clock %1 behind</source>
        <translation>horloge de l’invité en retard de %1</translation>
    </message>
    <message>
        <source>guest clock %1 ahead</source>
        <translation>horloge de l’invité en avance de %1</translation>
    </message>
    <message>
        <source>%1 (time zone)</source>
        <translation>%1 (fuseau horaire)</translation>
    </message>
    <message>
        <source>%1, from the log</source>
        <translation>%1, d’après le journal</translation>
    </message>
    <message>
        <source>%1, from the first events</source>
        <translation>%1, d’après les premiers événements</translation>
    </message>
</context>
<context>
    <name>ReportWarning</name>
    <message>
        <source>There are too many API calls; the rest is left out.</source>
        <translation>Il y a trop d’appels d’API ; le reste est ignoré.</translation>
    </message>
    <message>
        <source>A value is nested too deeply and is left out.</source>
        <translation>Une valeur est trop profondément imbriquée et est ignorée.</translation>
    </message>
    <message>
        <source>The field has an unexpected type and is left out.</source>
        <translation>Le champ a un type inattendu et est ignoré.</translation>
    </message>
    <message>
        <source>The report has no such section.</source>
        <translation>Le rapport n’a pas cette section.</translation>
    </message>
    <message>
        <source>The section is too long; the rest is left out.</source>
        <translation>La section est trop longue ; le reste est ignoré.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what was done</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 (×%2)</source>
        <comment>warning, how often</comment>
        <translation>%1 (×%2)</translation>
    </message>
</context>
<context>
    <name>ResultBuilder</name>
    <message>
        <source>The conversion was stopped.</source>
        <translation>La conversion a été arrêtée.</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) for indicators took too long and were given up. What those texts hold may be missing.</source>
        <translation>
            <numerusform>%n recherche d’indicateurs a duré trop longtemps et a été abandonnée. Ce que contient ce texte peut manquer.</numerusform>
            <numerusform>%n recherches d’indicateurs ont duré trop longtemps et ont été abandonnées. Ce que contiennent ces textes peut manquer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) are missing from the ontology, because they stand deeper in the process tree than Assemblyline follows it: %1</source>
        <translation>
            <numerusform>%n processus manque dans l’ontologie, car il se trouve plus profondément dans l’arbre des processus qu’Assemblyline ne le suit : %1</numerusform>
            <numerusform>%n processus manquent dans l’ontologie, car ils se trouvent plus profondément dans l’arbre des processus qu’Assemblyline ne le suit : %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Ontology</source>
        <translation>Ontologie</translation>
    </message>
    <message>
        <source>Service result</source>
        <translation>Résultat du service</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>The sections, scores and tags as Assemblyline stores them.</source>
        <translation>Les sections, scores et étiquettes tels qu’Assemblyline les enregistre.</translation>
    </message>
    <message>
        <source>Processes, connections and signatures in Assemblyline&apos;s own model.</source>
        <translation>Processus, connexions et signatures dans le modèle d’Assemblyline.</translation>
    </message>
    <message>
        <source>What Assemblyline&apos;s CAPE service would have handed over.</source>
        <translation>Ce que le service CAPE d’Assemblyline aurait remis.</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefacts</translation>
    </message>
    <message>
        <source>The extracted and supplementary files, as they are: hostile, so open none of them.</source>
        <translation>Les fichiers extraits et supplémentaires, tels quels : hostiles, n’en ouvrez donc aucun.</translation>
    </message>
    <message>
        <source>A submission that an Assemblyline imports.</source>
        <translation>Une soumission qu’un Assemblyline importe.</translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>Open a page of %1 in the browser?</source>
        <translation>Ouvrir une page de %1 dans le navigateur ?</translation>
    </message>
</context>
<context>
    <name>SafelistFile</name>
    <message>
        <source>This is not a safelist of an Assemblyline: it needs the sections “match” and “regex”, each with lists of texts by tag type.</source>
        <translation>Ce n’est pas une liste de confiance d’Assemblyline : elle doit contenir les sections « match » et « regex », chacune avec des listes de textes par type d’étiquette.</translation>
    </message>
    <message>
        <source>A pattern of the safelist is no regular expression that Assemblyline takes. Correct it.</source>
        <translation>Un motif de la liste de confiance n’est pas une expression régulière valable pour Assemblyline. Corrigez-le.</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>This is a CAPE report; open it instead</source>
        <translation>C’est un rapport CAPE ; ouvrez-le plutôt</translation>
    </message>
    <message>
        <source>Larger than the %1 that the server takes</source>
        <translation>Plus gros que les %1 acceptés par le serveur</translation>
    </message>
    <message>
        <source>CAPE&apos;s junk filter may refuse a name with &quot;%1&quot;</source>
        <translation>Le filtre anti-bruit de CAPE peut refuser un nom contenant « %1 »</translation>
    </message>
</context>
<context>
    <name>SampleStore</name>
    <message>
        <source>The file %1 no longer exists.</source>
        <translation>Le fichier %1 n’existe plus.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 n’est pas un fichier.</translation>
    </message>
    <message>
        <source>The file %1 is empty; CAPE refuses empty files.</source>
        <translation>Le fichier %1 est vide ; CAPE refuse les fichiers vides.</translation>
    </message>
    <message>
        <source>The file %1 is larger than the %2 bytes that this server takes (see the profile).</source>
        <translation>Le fichier %1 dépasse les %2 octets que ce serveur accepte (voir le profil).</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>The file %1 could not be read.</source>
        <translation>Le fichier %1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>The file grew beyond what this server takes.</source>
        <translation>Le fichier a grandi au-delà de ce que ce serveur accepte.</translation>
    </message>
    <message>
        <source>The workbench&apos;s copy of the sample could not be read. Submit the file again.</source>
        <translation>La copie de l’échantillon gardée par l’atelier n’a pas pu être lue. Soumettez le fichier de nouveau.</translation>
    </message>
    <message>
        <source>The sample could not be copied to the workbench&apos;s folder.</source>
        <translation>L’échantillon n’a pas pu être copié dans le dossier de l’atelier.</translation>
    </message>
</context>
<context>
    <name>ScratchFile</name>
    <message>
        <source>There is no room for a temporary file. Free some space on the disk and try again.</source>
        <translation>Il n’y a pas la place pour un fichier temporaire. Libérez de l’espace sur le disque et réessayez.</translation>
    </message>
</context>
<context>
    <name>ServerSelection</name>
    <message>
        <source>--token-env takes the name of an environment variable, not the token itself: on a command line others can read it.</source>
        <translation>--token-env prend le nom d’une variable d’environnement, pas le jeton lui-même : sur une ligne de commande, d’autres peuvent le lire.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set. Set and export it (export %1=…), or leave --token-env out for a server that asks for no token.</source>
        <translation>La variable d’environnement %1 n’est pas définie. Définissez-la et exportez-la (export %1=…), ou omettez --token-env pour un serveur qui ne demande pas de jeton.</translation>
    </message>
    <message>
        <source>The environment variable %1 is empty: it holds no token. Set it to the token, or leave --token-env out for a server that asks for none.</source>
        <translation>La variable d’environnement %1 est vide : elle ne contient pas de jeton. Donnez-lui le jeton, ou omettez --token-env pour un serveur qui n’en demande pas.</translation>
    </message>
    <message>
        <source>The token in %1 holds a line break, a blank or another character that no token has. Set it without: export %1=&quot;$(tr -d &apos;[:space:]&apos; &lt; FILE)&quot;.</source>
        <translation>Le jeton dans %1 contient un saut de ligne, une espace ou un autre caractère qu’aucun jeton n’a. Définissez-le sans : export %1=&quot;$(tr -d &apos;[:space:]&apos; &lt; FICHIER)&quot;.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>The server %1 is named twice.</source>
        <translation>Le serveur %1 est indiqué deux fois.</translation>
    </message>
    <message>
        <source>There is no saved server %1. There are: %2.</source>
        <translation>Il n’y a pas de serveur enregistré %1. Il y a : %2.</translation>
    </message>
    <message>
        <source>Give --token-env once for all servers, or once for each of them, in their order.</source>
        <translation>Donnez --token-env une fois pour tous les serveurs, ou une fois pour chacun, dans leur ordre.</translation>
    </message>
    <message>
        <source>A saved server has its own certificate settings: --%1 goes with an address.</source>
        <translation>Un serveur enregistré a ses propres réglages de certificat : --%1 va avec une adresse.</translation>
    </message>
    <message>
        <source>Give --%1 once for all addresses, or once for each of them, in their order.</source>
        <translation>Donnez --%1 une fois pour toutes les adresses, ou une fois pour chacune, dans leur ordre.</translation>
    </message>
    <message>
        <source>%1 holds no certificate that can be read. Give a PEM file.</source>
        <translation>%1 ne contient aucun certificat lisible. Donnez un fichier PEM.</translation>
    </message>
    <message>
        <source>--pin takes the SHA-256 of the server&apos;s certificate: 64 hex digits, with or without colons.</source>
        <translation>--pin prend le SHA-256 du certificat du serveur : 64 chiffres hexadécimaux, avec ou sans deux-points.</translation>
    </message>
    <message>
        <source>--pin needs an https address: %1 shows no certificate.</source>
        <translation>--pin demande une adresse https : %1 ne présente pas de certificat.</translation>
    </message>
    <message>
        <source>A server saved in the window, with its settings and its token.</source>
        <translation>Un serveur enregistré dans la fenêtre, avec ses réglages et son jeton.</translation>
    </message>
    <message>
        <source>The environment variable that holds the token; once for all servers, or once for each.</source>
        <translation>La variable d’environnement qui contient le jeton ; une fois pour tous les serveurs, ou une fois pour chacun.</translation>
    </message>
    <message>
        <source>Further certificate authorities, as PEM.</source>
        <translation>D’autres autorités de certification, en PEM.</translation>
    </message>
    <message>
        <source>Accept this certificate only, a self-signed one too: its SHA-256.</source>
        <translation>N’accepter que ce certificat, même auto-signé : son SHA-256.</translation>
    </message>
    <message>
        <source>Send a token over plain http to another machine, where anyone on the way can read it.</source>
        <translation>Envoyer un jeton en http simple à une autre machine, où n’importe qui en chemin peut le lire.</translation>
    </message>
    <message>
        <source>Name one server, by its address or with --profile.</source>
        <translation>Indiquez un serveur, par son adresse ou avec --profile.</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 n’a pas pu être lu : %2</translation>
    </message>
    <message>
        <source>%1 could not be saved.</source>
        <translation>%1 n’a pas pu être enregistré.</translation>
    </message>
    <message>
        <source>There is too much in it.</source>
        <translation>Il contient trop de données.</translation>
    </message>
    <message>
        <source>%1 could not be used (%2). It was kept as %3.</source>
        <translation>%1 n’a pas pu être utilisé (%2). Le fichier a été gardé sous %3.</translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message>
        <source>The signature &quot;%1&quot; has no &quot;%2&quot;; it is shown without.</source>
        <translation>La signature « %1 » n’a pas de « %2 » ; elle est affichée sans.</translation>
    </message>
    <message>
        <source>The signature &quot;%1&quot; has no list &quot;%2&quot;; it is shown without.</source>
        <translation>La signature « %1 » n’a pas de liste « %2 » ; elle est affichée sans.</translation>
    </message>
    <message>
        <source>The signature &quot;%1&quot; has no text &quot;%2&quot;; it is shown without.</source>
        <translation>La signature « %1 » n’a pas de texte « %2 » ; elle est affichée sans.</translation>
    </message>
    <message>
        <source>The signature &quot;%1&quot; has no &quot;%2&quot; from 0 to 8; the nearest one counts.</source>
        <translation>La signature « %1 » n’a pas de « %2 » de 0 à 8 ; la valeur la plus proche compte.</translation>
    </message>
    <message>
        <source>The signature &quot;%1&quot; has entries in &quot;%2&quot; that are no objects; they are left out.</source>
        <translation>La signature « %1 » a, dans « %2 », des éléments qui ne sont pas des objets ; ils sont ignorés.</translation>
    </message>
    <message>
        <source>A signature without a name is left out.</source>
        <translation>Une signature sans nom est ignorée.</translation>
    </message>
    <message>
        <source>The signature &quot;%1&quot; has entries in &quot;%2&quot; that are no texts; they are left out.</source>
        <translation>La signature « %1 » contient dans « %2 » des entrées qui ne sont pas du texte ; elles sont ignorées.</translation>
    </message>
</context>
<context>
    <name>StrayPasswords</name>
    <message>
        <source>The proxy&apos;s password of these servers was taken out of the file of profiles: %1. There is no keychain to keep it in, so it must be entered again next time (%2).</source>
        <translation>Le mot de passe du proxy de ces serveurs a été retiré du fichier des profils : %1. Faute de trousseau où le garder, il faudra le saisir à nouveau la prochaine fois (%2).</translation>
    </message>
    <message>
        <source>The proxy&apos;s address of these servers could not be understood and was taken out of the file of profiles, as it may hold a password: %1. Enter it again.</source>
        <translation>L’adresse du proxy de ces serveurs n’a pas été comprise et a été retirée du fichier des profils, car elle contient peut-être un mot de passe : %1. Saisissez-la à nouveau.</translation>
    </message>
    <message>
        <source>A proxy&apos;s password still stands in the file of profiles, which could not be saved without it: take it out by hand. %1</source>
        <translation>Le mot de passe d’un proxy se trouve encore dans le fichier des profils, qui n’a pas pu être enregistré sans lui : retirez-le à la main. %1</translation>
    </message>
</context>
<context>
    <name>Submission</name>
    <message>
        <source>The value of &quot;%1&quot; is not of the right kind.</source>
        <translation>La valeur de « %1 » n’est pas du bon type.</translation>
    </message>
    <message>
        <source>With multi-routing on, auto_architecture needs images by connection (&quot;_on&quot; and &quot;_off&quot;) for each architecture.</source>
        <translation>Avec plusieurs routes, auto_architecture demande des images par connexion (« _on » et « _off ») pour chaque architecture.</translation>
    </message>
    <message>
        <source>This file is not a Windows program: its exports cannot be read.</source>
        <translation>Ce fichier n’est pas un programme Windows : ses exports ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>No server is connected to the chosen route. Choose another route, or another server.</source>
        <translation>Aucun serveur n’est relié à la route choisie. Choisissez une autre route, ou un autre serveur.</translation>
    </message>
    <message>
        <source>With several servers a machine is given as server:machine.</source>
        <translation>Avec plusieurs serveurs, une machine s’écrit serveur:machine.</translation>
    </message>
    <message>
        <source>The requested machine, platform or image is not there now. Try again later.</source>
        <translation>La machine, la plateforme ou l’image demandée n’est pas disponible pour le moment. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>There is no such server.</source>
        <translation>Ce serveur n’existe pas.</translation>
    </message>
    <message>
        <source>A case needs &quot;file_name&quot; and &quot;file_type&quot;.</source>
        <translation>Un cas demande « file_name » et « file_type ».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number; CAPE would silently take 0. Give a number such as 60.</source>
        <translation>« %1 » n’est pas un nombre entier ; CAPE prendrait 0 sans rien dire. Donnez un nombre, par exemple 60.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes nor no; CAPE would silently take no. Give true or false.</source>
        <translation>« %1 » n’est ni oui ni non ; CAPE prendrait non sans rien dire. Donnez true ou false.</translation>
    </message>
    <message>
        <source>There is no submission parameter of that name.</source>
        <translation>Il n’y a pas de paramètre de soumission de ce nom.</translation>
    </message>
</context>
<context>
    <name>SubmissionCheck</name>
    <message>
        <source>&quot;%1&quot; is no time that CAPE can read; it would set the clock to 1970. Write MM-DD-YYYY HH:MM:SS, such as 01-31-2024 13:05:00, or leave it empty.</source>
        <translation>« %1 » n’est pas une heure que CAPE sait lire ; il mettrait l’horloge à 1970. Écrivez MM-JJ-AAAA HH:MM:SS, par exemple 01-31-2024 13:05:00, ou laissez vide.</translation>
    </message>
    <message>
        <source>CAPE takes no clock in 1970: it would use the present. Choose another year.</source>
        <translation>CAPE n’accepte pas d’horloge en 1970 : il prendrait l’heure actuelle. Choisissez une autre année.</translation>
    </message>
    <message>
        <source>The analysis time cannot be negative. Give seconds, or 0 for the time that is set for the servers.</source>
        <translation>La durée d’analyse ne peut pas être négative. Indiquez une durée en secondes, ou 0 pour celle réglée sur les serveurs.</translation>
    </message>
    <message>
        <source>An analysis of %1 s would never end in time: a task may take %2 s in all, processing included. Choose less than %2 s.</source>
        <translation>Une analyse de %1 s ne finirait jamais à temps : une tâche peut durer %2 s en tout, traitement compris. Choisissez moins de %2 s.</translation>
    </message>
    <message>
        <source>A priority is 1 (normal), 2 (high) or 3 (highest).</source>
        <translation>La priorité vaut 1 (normale), 2 (haute) ou 3 (maximale).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no colour of the Traffic Light Protocol. Choose one of: %2.</source>
        <translation>« %1 » n’est pas une couleur du protocole TLP. Choisissez parmi : %2.</translation>
    </message>
    <message>
        <source>CAPE separates its options by commas and would cut this one at its comma. Write it without a comma.</source>
        <translation>CAPE sépare ses options par des virgules et couperait celle-ci à sa virgule. Écrivez-la sans virgule.</translation>
    </message>
    <message>
        <source>CAPE cuts blanks off the ends of an option. Write it without them.</source>
        <translation>CAPE supprime les espaces au début et à la fin d’une option. Écrivez-la sans ces espaces.</translation>
    </message>
    <message>
        <source>CAPE would leave out &quot;%1&quot;: custom options are name=value, separated by commas.</source>
        <translation>CAPE ignorerait « %1 » : les options libres s’écrivent nom=valeur, séparées par des virgules.</translation>
    </message>
    <message>
        <source>The custom option &quot;%1&quot; stands there twice; CAPE would take the last one only. Keep one of them.</source>
        <translation>L’option libre « %1 » est donnée deux fois ; CAPE ne prendrait que la dernière. Gardez-en une.</translation>
    </message>
    <message>
        <source>CAPE keeps at most %1 characters of tags. Shorten them.</source>
        <translation>CAPE garde au plus %1 caractères d’étiquettes. Raccourcissez-les.</translation>
    </message>
    <message>
        <source>Tags are words separated by single commas, without an empty one: &quot;case-12,mail&quot;.</source>
        <translation>Les étiquettes sont des mots séparés par une seule virgule, sans mot vide : « case-12,mail ».</translation>
    </message>
    <message>
        <source>CAPE marks recovered tasks with &quot;Recovery_&quot;. Begin the custom text with something else.</source>
        <translation>CAPE marque les tâches rétablies par « Recovery_ ». Commencez le texte libre autrement.</translation>
    </message>
    <message>
        <source>CAPE keeps at most %1 characters of custom text. Shorten it.</source>
        <translation>CAPE garde au plus %1 caractères de texte libre. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>The image &quot;%1&quot; is not allowed here. Choose one of: %2, %3.</source>
        <translation>L’image « %1 » n’est pas permise ici. Choisissez parmi : %2, %3.</translation>
    </message>
    <message>
        <source>There are line breaks or other control characters in this text. Take them out.</source>
        <translation>Ce texte contient des retours à la ligne ou d’autres caractères de contrôle. Enlevez-les.</translation>
    </message>
    <message>
        <source>There is no platform &quot;%1&quot;. Choose one of: %2.</source>
        <translation>La plateforme « %1 » n’existe pas. Choisissez parmi : %2.</translation>
    </message>
    <message>
        <source>With this analysis time there is no room for a reboot: both together may take %1 s. Choose a shorter time, or no reboot.</source>
        <translation>Cette durée d’analyse ne laisse pas de place pour un redémarrage : les deux ensemble peuvent durer %1 s. Choisissez une durée plus courte, ou pas de redémarrage.</translation>
    </message>
    <message>
        <source>The platform is not sent: a machine is asked for by its name.</source>
        <translation>La plateforme n’est pas envoyée : une machine est demandée par son nom.</translation>
    </message>
    <message>
        <source>The image is not sent: a machine is asked for by its name.</source>
        <translation>L’image n’est pas envoyée : une machine est demandée par son nom.</translation>
    </message>
    <message>
        <source>The image is not sent: a platform is asked for.</source>
        <translation>L’image n’est pas envoyée : une plateforme est demandée.</translation>
    </message>
    <message>
        <source>Only the task without the monitor is sent: no monitor outweighs both.</source>
        <translation>Seule la tâche sans moniteur est envoyée : « sans moniteur » l’emporte sur « avec et sans ».</translation>
    </message>
    <message>
        <source>No memory dump is asked for: the pool&apos;s settings say that its machines cannot make one (machinery_supports_memory_dumps).</source>
        <translation>Aucune copie de la mémoire n’est demandée : d’après les réglages du groupe, ses machines ne savent pas en faire (machinery_supports_memory_dumps).</translation>
    </message>
    <message>
        <source>The password is not sent: this file is no archive.</source>
        <translation>Le mot de passe n’est pas envoyé : ce fichier n’est pas une archive.</translation>
    </message>
    <message>
        <source>The function is not sent: this file is no DLL.</source>
        <translation>La fonction n’est pas envoyée : ce fichier n’est pas une DLL.</translation>
    </message>
    <message>
        <source>No images are set up for these servers (allowed_images), so they cannot all be taken. Name one, or choose auto.</source>
        <translation>Aucune image n’est réglée pour ces serveurs (allowed_images) : elles ne peuvent pas toutes être prises. Nommez-en une, ou choisissez auto.</translation>
    </message>
    <message>
        <source>CAPE hands out no report of a task that is TLP:RED: it can only be read on the server&apos;s own page.</source>
        <translation>CAPE ne donne aucun rapport d’une tâche TLP:RED : il ne peut être lu que sur la page du serveur.</translation>
    </message>
    <message>
        <source>The route &quot;%1&quot; is not known here. It is sent as it is; a server without this route runs the sample with its default one, without a word. Known are: %2.</source>
        <translation>La route « %1 » n’est pas connue ici. Elle est envoyée telle quelle ; un serveur sans cette route exécute l’échantillon avec sa route par défaut, sans le dire. Routes connues : %2.</translation>
    </message>
    <message>
        <source>The package &quot;%1&quot; is not among those of CAPE. It is sent as it is; on a server without it the analysis fails.</source>
        <translation>Le package « %1 » ne fait pas partie de ceux de CAPE. Il est envoyé tel quel ; sur un serveur qui ne l’a pas, l’analyse échoue.</translation>
    </message>
    <message>
        <source>Routing is enforced on these servers, and &quot;%1&quot; is not among their routes: the sample would run with inetsim. Choose one of: %2.</source>
        <translation>Le routage est imposé sur ces serveurs et « %1 » ne fait pas partie de leurs routes : l’échantillon serait exécuté avec inetsim. Choisissez parmi : %2.</translation>
    </message>
</context>
<context>
    <name>SubmissionInput</name>
    <message>
        <source>%1 is no URL that CAPE can open. Give one of http, https or ftp, with its host.</source>
        <translation>%1 n’est pas une URL que CAPE sait ouvrir. Donnez-en une en http, https ou ftp, avec son hôte.</translation>
    </message>
    <message>
        <source>There is no file %1, and it is neither a URL nor the hash of a sample.</source>
        <translation>Il n’y a pas de fichier %1, et ce n’est ni une URL ni l’empreinte d’un échantillon.</translation>
    </message>
    <message>
        <source>%1 is no file. Give the files in it one by one.</source>
        <translation>%1 n’est pas un fichier. Donnez ses fichiers un par un.</translation>
    </message>
    <message>
        <source>The file %1 is empty: CAPE refuses it.</source>
        <translation>Le fichier %1 est vide : CAPE le refuse.</translation>
    </message>
    <message>
        <source>%1 is a recording of network traffic: CAPE&apos;s API runs samples and does not replay recordings. Submit it on the server&apos;s web page.</source>
        <translation>%1 est un enregistrement de trafic réseau : l’API de CAPE exécute des échantillons et ne rejoue pas d’enregistrements. Soumettez-le sur la page web du serveur.</translation>
    </message>
    <message>
        <source>CAPE cannot run %1: it is of the type %2. If you know better, give the file a name with the right extension.</source>
        <translation>CAPE ne sait pas exécuter %1 : il est du type %2. Si vous savez mieux, donnez au fichier un nom avec la bonne extension.</translation>
    </message>
    <message>
        <source>The file %1 could not be read to its end.</source>
        <translation>Le fichier %1 n’a pas pu être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>The file %1 could not be read.</source>
        <translation>Le fichier %1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>The file %1 has %L2 bytes, and the server takes at most %L3. If its web.conf allows more (max_sample_size), raise the limit in its profile, or with --upload-limit.</source>
        <translation>Le fichier %1 a %L2 octets, et le serveur en accepte au plus %L3. Si son web.conf permet plus (max_sample_size), relevez la limite dans son profil, ou avec --upload-limit.</translation>
    </message>
    <message>
        <source>%1 holds a blank, and a URL has none. Write %20 in its place, or give several URLs apart.</source>
        <translation>%1 contient une espace, et une URL n’en a pas. Écrivez %20 à sa place, ou donnez plusieurs URL séparément.</translation>
    </message>
    <message>
        <source>There is no file %1. If it is a URL, write it with its scheme: http://%1</source>
        <translation>Il n’y a pas de fichier %1. Si c’est une URL, écrivez-la avec son schéma : http://%1</translation>
    </message>
    <message>
        <source>CAPE does not take %1: it is an archive of the type %2. Unpack it and submit its files or their folder, or pack them as ZIP, RAR or 7-Zip.</source>
        <translation>CAPE n’accepte pas %1 : c’est une archive de type %2. Décompressez-la et soumettez ses fichiers ou leur dossier, ou recompressez-les en ZIP, RAR ou 7-Zip.</translation>
    </message>
</context>
<context>
    <name>SubmissionOrder</name>
    <message>
        <source>The server&apos;s junk filter may refuse this file because of &quot;%1&quot; in its name. Rename it if it does.</source>
        <translation>Le filtre du serveur peut refuser ce fichier à cause de « %1 » dans son nom. Renommez-le s’il le fait.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>There is no machine %1 here. There are: %2.</source>
        <translation>Il n’y a pas de machine %1 ici. Il y a : %2.</translation>
    </message>
    <message>
        <source>No machine here is of the platform %1. The platforms here are: %2.</source>
        <translation>Aucune machine ici n’est de la plateforme %1. Les plateformes ici sont : %2.</translation>
    </message>
    <message>
        <source>No machine here has the image that is asked for (%1). The images here are: %2.</source>
        <translation>Aucune machine ici n’a l’image demandée (%1). Les images ici sont : %2.</translation>
    </message>
    <message>
        <source>CAPE cannot run a file of this type.</source>
        <translation>CAPE ne sait pas exécuter un fichier de ce type.</translation>
    </message>
</context>
<context>
    <name>SubmissionPlan</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>The pool</source>
        <translation>Le groupe de serveurs</translation>
    </message>
    <message>
        <source>its queue is not known; no other is better</source>
        <translation>sa file est inconnue ; aucun autre n’est meilleur</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) waiting</source>
        <translation>
            <numerusform>%n tâche en attente</numerusform>
            <numerusform>%n tâches en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as few as others; by chance among equals</source>
        <translation>%1, aussi peu que d’autres ; au hasard entre égaux</translation>
    </message>
    <message>
        <source>%1, the fewest of those that can run it</source>
        <translation>%1, le moins de ceux qui peuvent l’exécuter</translation>
    </message>
</context>
<context>
    <name>SubmitCommand</name>
    <message>
        <source>Give --upload-limit as a number of bytes.</source>
        <translation>Donnez --upload-limit en nombre d’octets.</translation>
    </message>
    <message>
        <source>The configuration %1 cannot be used: %2</source>
        <translation>La configuration %1 ne peut pas être utilisée : %2</translation>
    </message>
    <message>
        <source>There is no preset %1, nor a file of that name.</source>
        <translation>Il n’y a ni préréglage %1, ni fichier de ce nom.</translation>
    </message>
    <message>
        <source>The file %1 holds several presets: give one with a single one.</source>
        <translation>Le fichier %1 contient plusieurs préréglages : donnez-en un avec un seul.</translation>
    </message>
    <message>
        <source>There is no parameter %1. The service&apos;s parameters are: %2. CAPE&apos;s own fields, which are sent as they are: %3.</source>
        <translation>Il n’y a pas de paramètre %1. Les paramètres du service sont : %2. Les champs de CAPE, envoyés tels quels : %3.</translation>
    </message>
    <message>
        <source>No server knows %1.</source>
        <translation>Aucun serveur ne connaît %1.</translation>
    </message>
    <message>
        <source>Write a parameter as NAME=VALUE: %1</source>
        <translation>Écrivez un paramètre comme NOM=VALEUR : %1</translation>
    </message>
    <message>
        <source>No temporary folder could be made.</source>
        <translation>Aucun dossier temporaire n’a pu être créé.</translation>
    </message>
    <message>
        <source>The fetched report cannot be read.</source>
        <translation>Le rapport récupéré ne peut pas être lu.</translation>
    </message>
    <message>
        <source>monitor disabled</source>
        <translation>moniteur désactivé</translation>
    </message>
    <message>
        <source>A choice by the Assemblyline service&apos;s name for it, such as routing=internet or analysis_timeout_in_seconds=60.</source>
        <translation>Un choix sous le nom que lui donne le service d’Assemblyline, comme routing=internet ou analysis_timeout_in_seconds=60.</translation>
    </message>
    <message>
        <source>One of CAPE&apos;s own form fields, sent as it is.</source>
        <translation>Un des champs de formulaire de CAPE, envoyé tel quel.</translation>
    </message>
    <message>
        <source>Choices saved in the window, by name, or a file of them.</source>
        <translation>Des choix enregistrés dans la fenêtre, par leur nom, ou un fichier qui les contient.</translation>
    </message>
    <message>
        <source>Keys of the service&apos;s configuration, as JSON.</source>
        <translation>Des clés de la configuration du service, en JSON.</translation>
    </message>
    <message>
        <source>To each server, instead of the least busy one.</source>
        <translation>À chaque serveur, au lieu du moins occupé.</translation>
    </message>
    <message>
        <source>The largest file that the server takes.</source>
        <translation>Le plus grand fichier que le serveur accepte.</translation>
    </message>
    <message>
        <source>Prints what would be sent where, and sends nothing.</source>
        <translation>Affiche ce qui serait envoyé et où, sans rien envoyer.</translation>
    </message>
    <message>
        <source>Follows the tasks and fetches their reports.</source>
        <translation>Suit les tâches et récupère leurs rapports.</translation>
    </message>
    <message>
        <source>Gives up after this time; what runs on the server then goes on there.</source>
        <translation>Abandonne après ce temps ; ce qui tourne alors sur le serveur y continue.</translation>
    </message>
    <message>
        <source>Folder for the reports; otherwise the current one.</source>
        <translation>Dossier des rapports ; sinon le dossier courant.</translation>
    </message>
    <message>
        <source>Submits files, folders and URLs to a CAPE server, or to the least busy of several, and asks for the samples of hashes. Of a folder, each file in it that CAPE can run; archives are sent as they are. Each step and each wait is told on stderr. Prints a line for each task: name, task number on the server, state, report, server.</source>
        <translation>Soumet des fichiers, des dossiers et des URL à un serveur CAPE, ou au moins occupé de plusieurs, et demande les échantillons d’empreintes. D’un dossier, chaque fichier que CAPE peut exécuter ; les archives sont envoyées telles quelles. Chaque étape et chaque attente est annoncée sur stderr. Affiche une ligne par tâche : nom, numéro de la tâche sur le serveur, état, rapport, serveur.</translation>
    </message>
    <message>
        <source>The address of a server; several are a pool.</source>
        <translation>L’adresse d’un serveur ; plusieurs forment un groupe.</translation>
    </message>
    <message>
        <source>Name what to submit, and the server with --server or --profile.</source>
        <translation>Indiquez ce qu’il faut soumettre, et le serveur avec --server ou --profile.</translation>
    </message>
    <message>
        <source>Give --timeout as a number of seconds, from 1 to 1000000.</source>
        <translation>Donnez --timeout en secondes, de 1 à 1000000.</translation>
    </message>
    <message>
        <source>The folder %1 holds more than %2 files. Submit it in parts.</source>
        <translation>Le dossier %1 contient plus de %2 fichiers. Soumettez-le par parties.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ignoré : %1</translation>
    </message>
    <message>
        <source>The folder %1 holds no file that CAPE can run.</source>
        <translation>Le dossier %1 ne contient aucun fichier que CAPE puisse exécuter.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Interrompu.</translation>
    </message>
    <message numerus="yes">
        <source>The time limit of %n second(s) is over.</source>
        <translation>
            <numerusform>La limite de %n seconde est dépassée.</numerusform>
            <numerusform>La limite de %n secondes est dépassée.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message numerus="yes">
        <source>Asking the servers for %n hash(es)…</source>
        <translation>
            <numerusform>Recherche de %n empreinte sur les serveurs…</numerusform>
            <numerusform>Recherche de %n empreintes sur les serveurs…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskFacts</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Raison de l’échec</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Task on the server</source>
        <translation>Tâche sur le serveur</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Submitted from</source>
        <translation>Soumis depuis</translation>
    </message>
    <message>
        <source>Submitted on</source>
        <translation>Soumis le</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>TaskStore</name>
    <message>
        <source>The list of tasks could not be read or written.</source>
        <translation>La liste des tâches n’a pas pu être lue ou écrite.</translation>
    </message>
    <message>
        <source>The list of tasks was written by a newer version of the workbench.</source>
        <translation>La liste des tâches a été écrite par une version plus récente de l’atelier.</translation>
    </message>
    <message>
        <source>The damaged list of tasks was kept as %1.</source>
        <translation>La liste de tâches endommagée a été conservée sous %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of it could be read and go on.</source>
        <translation>
            <numerusform>%n tâche a pu être lue et se poursuit.</numerusform>
            <numerusform>%n tâches ont pu être lues et se poursuivent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) in the list could not be read.</source>
        <translation>
            <numerusform>%n tâche de la liste n’a pas pu être lue.</numerusform>
            <numerusform>%n tâches de la liste n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>What stood there was kept in %1.</source>
        <translation>Leur contenu a été conservé dans %1.</translation>
    </message>
</context>
<context>
    <name>TasksCommand</name>
    <message>
        <source>Lists the tasks on a server, whoever submitted them, those that ended last first: number, state, time of submission (UTC), machine, SHA-256, sample or URL.</source>
        <translation>Liste les tâches d’un serveur, quel que soit l’auteur de la soumission, les dernières terminées d’abord : numéro, état, heure de soumission (UTC), machine, SHA-256, échantillon ou URL.</translation>
    </message>
    <message>
        <source>Only tasks in this state, as the server says it: reported, pending.</source>
        <translation>Seulement les tâches dans cet état, selon les termes du serveur : reported, pending.</translation>
    </message>
    <message>
        <source>At most this many tasks, from 1 to %1 (default: %2).</source>
        <translation>Nombre maximal de tâches, de 1 à %1 (par défaut : %2).</translation>
    </message>
    <message>
        <source>One JSON object a line.</source>
        <translation>Un objet JSON par ligne.</translation>
    </message>
    <message>
        <source>--limit takes a number from 1 to %1.</source>
        <translation>--limit prend un nombre de 1 à %1.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Interrompu.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 a été ignoré : %2</translation>
    </message>
    <message>
        <source>The archive has no files.json; as in Assemblyline&apos;s service, no files were taken out of it.</source>
        <translation>L’archive n’a pas de files.json ; comme dans le service d’Assemblyline, aucun fichier n’en a été extrait.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the name and your rights.</source>
        <translation>%1 ne peut pas être lu. Vérifiez le nom et vos droits.</translation>
    </message>
</context>
<context>
    <name>YamlDocument</name>
    <message>
        <source>This is not a YAML document of plain lists and texts. Correct it.</source>
        <translation>Ce n’est pas un document YAML fait de simples listes et textes. Corrigez-le.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>ligne %1, colonne %2</translation>
    </message>
</context>
<context>
    <name>cli::TaskTeller</name>
    <message>
        <source>%1: %2, for %3</source>
        <translation>%1 : %2, pour %3</translation>
    </message>
    <message>
        <source>%1: task %2 on %3, %4</source>
        <translation>%1 : tâche %2 sur %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 Next try in %n s.</source>
        <translation>
            <numerusform>%1 Prochain essai dans %n s.</numerusform>
            <numerusform>%1 Prochain essai dans %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 has task %3 of it already. That one is used, and nothing is uploaded.</source>
        <translation>%1 : %2 en a déjà la tâche %3. Elle est reprise, et rien n’est téléversé.</translation>
    </message>
    <message>
        <source>Still waiting: %1</source>
        <translation>Toujours en attente : %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, for %n minute(s) now</source>
        <translation>
            <numerusform>%1, depuis %n minute</numerusform>
            <numerusform>%1, depuis %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: task %2 continues on %3, where its report can be fetched.</source>
        <translation>%1 : la tâche %2 continue sur %3, où son rapport peut être récupéré.</translation>
    </message>
    <message>
        <source>%1: its upload was broken off, and %2 may have it all the same.</source>
        <translation>%1 : son téléversement a été interrompu, et %2 l’a peut-être reçu malgré tout.</translation>
    </message>
    <message>
        <source>%1: not submitted.</source>
        <translation>%1 : non soumis.</translation>
    </message>
</context>
<context>
    <name>cli::TokenCheck</name>
    <message>
        <source>The token for %1 would travel unencrypted, readable for anyone on the way. Use https, or give --allow-clear-token if that network is yours.</source>
        <translation>Le jeton pour %1 circulerait en clair, lisible par n’importe qui en chemin. Utilisez https, ou donnez --allow-clear-token si ce réseau est le vôtre.</translation>
    </message>
    <message>
        <source>The token travels unencrypted to %1.</source>
        <translation>Le jeton circule en clair vers %1.</translation>
    </message>
    <message>
        <source>The saved token of %1 holds a character that no token has. Enter it again in the window.</source>
        <translation>Le jeton enregistré de %1 contient un caractère qu’aucun jeton n’a. Saisissez-le de nouveau dans la fenêtre.</translation>
    </message>
    <message>
        <source>The keychain could not be used (%1). Give the token with --token-env.</source>
        <translation>Le trousseau n’a pas pu être utilisé (%1). Donnez le jeton avec --token-env.</translation>
    </message>
</context>
<context>
    <name>demo::Archive</name>
    <message>
        <source>The report archive could not be made.</source>
        <translation>L’archive du rapport n’a pas pu être faite.</translation>
    </message>
</context>
<context>
    <name>demo::DemoSession</name>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
</context>
<context>
    <name>demo::ReportSource</name>
    <message>
        <source>The report %1 cannot be read.</source>
        <translation>Le rapport %1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The report archive holds no reports/lite.json.</source>
        <translation>L’archive du rapport ne contient pas de reports/lite.json.</translation>
    </message>
</context>
<context>
    <name>demo::Server</name>
    <message>
        <source>The demo server cannot listen on port %1. Choose another port, or 0 for any free one.</source>
        <translation>Le serveur de démonstration ne peut pas écouter sur le port %1. Choisissez un autre port, ou 0 pour un port libre.</translation>
    </message>
</context>
<context>
    <name>net::AssemblylineClient</name>
    <message>
        <source>Assemblyline&apos;s answer describes no submission.</source>
        <translation>La réponse d’Assemblyline ne décrit pas de soumission.</translation>
    </message>
    <message>
        <source>Assemblyline took the sample but named no submission.</source>
        <translation>Assemblyline a pris l’échantillon mais n’a nommé aucune soumission.</translation>
    </message>
    <message>
        <source>%1
Half a submission may be left in Assemblyline: look for %2 and delete it there. Sending again uses a fresh id, so the two do not mix.</source>
        <translation>%1
Une soumission incomplète est peut-être restée dans Assemblyline : cherchez %2 et supprimez-la. Un nouvel envoi utilise un nouvel identifiant : les deux ne se mélangent pas.</translation>
    </message>
    <message>
        <source>Assemblyline does not say that the bundle was imported.</source>
        <translation>Assemblyline ne confirme pas que le bundle a été importé.</translation>
    </message>
    <message>
        <source>The bundle %1 could not be read.</source>
        <translation>Le bundle %1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Assemblyline&apos;s answer names no user.</source>
        <translation>La réponse d’Assemblyline ne nomme aucun utilisateur.</translation>
    </message>
    <message>
        <source>The API key would travel unencrypted to %1, so nothing was sent. Use https, or save the destination again and agree.</source>
        <translation>La clé d’API serait transmise en clair à %1 : rien n’a été envoyé. Utilisez https, ou enregistrez de nouveau la destination en donnant votre accord.</translation>
    </message>
</context>
<context>
    <name>net::AssemblylineSender</name>
    <message>
        <source>%1: %2 was sent, Assemblyline has %3</source>
        <translation>%1 : %2 envoyé, Assemblyline a %3</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The result is not there: %1</source>
        <translation>Le résultat n’y est pas : %1</translation>
    </message>
    <message>
        <source>It could not be read back: %1</source>
        <translation>La relecture n’a pas été possible : %1</translation>
    </message>
    <message>
        <source>The sample itself was not taken: %1</source>
        <translation>L’échantillon lui-même n’a pas été pris : %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was sent.</source>
        <translation>Annulé. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>net::CapeClient</name>
    <message>
        <source>The server took the submission but named no task.</source>
        <translation>Le serveur a pris la soumission mais n’a nommé aucune tâche.</translation>
    </message>
    <message>
        <source>The file %1 could not be read.</source>
        <translation>Le fichier %1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>The server&apos;s answer describes no task.</source>
        <translation>La réponse du serveur ne décrit aucune tâche.</translation>
    </message>
    <message>
        <source>The server named no task.</source>
        <translation>Le serveur n’a nommé aucune tâche.</translation>
    </message>
    <message>
        <source>The token would travel unencrypted to %1, so nothing was sent. Use https, or allow it for this server.</source>
        <translation>Le jeton serait transmis en clair à %1 : rien n’a été envoyé. Utilisez https, ou autorisez-le pour ce serveur.</translation>
    </message>
    <message>
        <source>The server did not stop it. Either its machine no longer runs, or its administrator has to allow it: [user_stop] enabled = yes in api.conf.</source>
        <translation>Le serveur ne l’a pas arrêtée. Soit sa machine ne tourne plus, soit son administrateur doit l’autoriser : [user_stop] enabled = yes dans api.conf.</translation>
    </message>
    <message>
        <source>The server listed %1 entries. Only the first %2 were read.</source>
        <translation>Le serveur a listé %1 entrées. Seules les %2 premières ont été lues.</translation>
    </message>
</context>
<context>
    <name>net::CredentialStore</name>
    <message>
        <source>no keychain service</source>
        <translation>aucun service de trousseau</translation>
    </message>
</context>
<context>
    <name>net::Exchange</name>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>The server %1 did not answer in time.</source>
        <translation>Le serveur %1 n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>nothing for %1 s</source>
        <translation>rien pendant %1 s</translation>
    </message>
    <message>
        <source>The server %1 could not be reached in time.</source>
        <translation>Le serveur %1 n’a pas pu être joint à temps.</translation>
    </message>
    <message>
        <source>no connection after %1 s</source>
        <translation>aucune connexion après %1 s</translation>
    </message>
    <message>
        <source>The server showed another certificate than the one pinned in the profile. Nothing was sent. If its administrator changed it, pin the new one: SHA-256 %1</source>
        <translation>Le serveur a présenté un certificat différent de celui épinglé dans le profil. Rien n’a été envoyé. Si son administrateur l’a changé, épinglez le nouveau : SHA-256 %1</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>épinglé : %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not vouched for by a known authority. Compare its SHA-256 with the server&apos;s administrator and pin it in the profile: %1</source>
        <translation>Le certificat du serveur n’est pas signé par une autorité connue. Vérifiez son SHA-256 auprès de l’administrateur du serveur et épinglez-le dans le profil : %1</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than the limit of %1 MiB.</source>
        <translation>La réponse du serveur dépasse la limite de %1 Mio.</translation>
    </message>
    <message>
        <source>%1 bytes announced</source>
        <translation>%1 octets annoncés</translation>
    </message>
    <message>
        <source>The report could not be saved in %1.</source>
        <translation>Le rapport n’a pas pu être enregistré dans %1.</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Is the server running, and is the port right?</source>
        <translation>Aucune réponse de %1. Le serveur est-il démarré, et le port est-il le bon ?</translation>
    </message>
    <message>
        <source>The name %1 is not known to the network.</source>
        <translation>Le nom %1 est introuvable (DNS).</translation>
    </message>
    <message>
        <source>The server %1 broke off the connection.</source>
        <translation>Le serveur %1 a interrompu la connexion.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Is https right for this port?</source>
        <translation>Impossible d’établir une connexion sécurisée à %1. Ce port est-il bien en https ?</translation>
    </message>
    <message>
        <source>The server sends this request to another place, which was refused. Check the address in the profile.</source>
        <translation>Le serveur renvoie cette requête à un autre endroit, ce qui a été refusé. Vérifiez l’adresse dans le profil.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is damaged or was cut off.</source>
        <translation>La réponse du serveur est endommagée ou a été coupée.</translation>
    </message>
    <message>
        <source>The proxy does not let the request through. Check the profile&apos;s proxy setting.</source>
        <translation>Le proxy ne laisse pas passer la requête. Vérifiez le réglage du proxy dans le profil.</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>La connexion à %1 a échoué.</translation>
    </message>
    <message>
        <source>The report was cut off on its way.</source>
        <translation>Le rapport a été coupé en chemin.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 octets sur %2</translation>
    </message>
    <message>
        <source>The connection to %1 is too slow.</source>
        <translation>La connexion à %1 est trop lente.</translation>
    </message>
    <message>
        <source>less than %1 bytes per second for %2 s</source>
        <translation>moins de %1 octets par seconde pendant %2 s</translation>
    </message>
</context>
<context>
    <name>net::ServerLink</name>
    <message>
        <source>The token would travel unencrypted: nothing is sent until you allow it.</source>
        <translation>Le jeton serait transmis en clair : rien n’est envoyé sans votre accord.</translation>
    </message>
</context>
<context>
    <name>net::ServerProbe</name>
    <message>
        <source>Server status</source>
        <translation>État du serveur</translation>
    </message>
    <message>
        <source>List of machines</source>
        <translation>Liste des machines</translation>
    </message>
    <message>
        <source>Search by SHA-256</source>
        <translation>Recherche par SHA-256</translation>
    </message>
    <message>
        <source>Task details</source>
        <translation>Détails d’une tâche</translation>
    </message>
    <message>
        <source>File submission</source>
        <translation>Soumission d’un fichier</translation>
    </message>
    <message>
        <source>Report download</source>
        <translation>Téléchargement du rapport</translation>
    </message>
    <message>
        <source>Task deletion</source>
        <translation>Suppression d’une tâche</translation>
    </message>
    <message>
        <source>Lite report</source>
        <translation>Rapport allégé</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>pas demandé</translation>
    </message>
    <message>
        <source>The server limits how often it may be asked, and refused further questions for now. What was not asked is unknown.</source>
        <translation>Le serveur limite le nombre de questions et en a refusé d’autres pour le moment. Ce qui n’a pas été demandé est inconnu.</translation>
    </message>
    <message>
        <source>The server refuses this token.</source>
        <translation>Le serveur refuse ce jeton.</translation>
    </message>
    <message>
        <source>The server asks for a token.</source>
        <translation>Le serveur demande un jeton.</translation>
    </message>
    <message>
        <source>Token authentication is off on this server: any token is accepted, and none as well.</source>
        <translation>L’authentification par jeton est désactivée sur ce serveur : tout jeton est accepté, et l’absence de jeton aussi.</translation>
    </message>
    <message>
        <source>The server accepts this token.</source>
        <translation>Le serveur accepte ce jeton.</translation>
    </message>
    <message>
        <source>shown by the first report that is fetched</source>
        <translation>se verra au premier rapport téléchargé</translation>
    </message>
    <message>
        <source>URL submission</source>
        <translation>Soumission d’URL</translation>
    </message>
    <message>
        <source>States of many tasks</source>
        <translation>États de plusieurs tâches</translation>
    </message>
    <message>
        <source>List of routes</source>
        <translation>Liste des routes</translation>
    </message>
    <message>
        <source>Analysis after a reboot</source>
        <translation>Analyse après un redémarrage</translation>
    </message>
    <message>
        <source>This server&apos;s version of CAPE has no such function.</source>
        <translation>La version de CAPE de ce serveur n’a pas cette fonction.</translation>
    </message>
</context>
<context>
    <name>net::ServerTasks</name>
    <message>
        <source>The server&apos;s settings have changed: list its tasks again.</source>
        <translation>Les réglages du serveur ont changé : listez de nouveau ses tâches.</translation>
    </message>
</context>
<context>
    <name>net::TaskFollower</name>
    <message>
        <source>The profile of this task&apos;s server was removed.</source>
        <translation>Le profil du serveur de cette tâche a été supprimé.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The server no longer has this task: it was deleted there.</source>
        <translation>Le serveur n’a plus cette tâche : elle y a été supprimée.</translation>
    </message>
    <message>
        <source>The server does not show this task yet.</source>
        <translation>Le serveur ne montre pas encore cette tâche.</translation>
    </message>
    <message>
        <source>The analysis failed on the server.</source>
        <translation>L’analyse a échoué sur le serveur.</translation>
    </message>
    <message>
        <source>The server could not process the analysis.</source>
        <translation>Le serveur n’a pas pu traiter l’analyse.</translation>
    </message>
    <message>
        <source>The server could not write the report.</source>
        <translation>Le serveur n’a pas pu écrire le rapport.</translation>
    </message>
    <message>
        <source>The server refuses tasks of this account.</source>
        <translation>Le serveur refuse les tâches de ce compte.</translation>
    </message>
    <message>
        <source>The server was restarted; its new task for this sample is not there yet.</source>
        <translation>Le serveur a redémarré ; sa nouvelle tâche pour cet échantillon n’est pas encore là.</translation>
    </message>
    <message>
        <source>The server deletes this task only when it is no longer %1.</source>
        <translation>Le serveur ne supprime cette tâche que lorsqu’elle n’est plus %1.</translation>
    </message>
    <message>
        <source>It could not be deleted on the server: %1</source>
        <translation>Elle n’a pas pu être supprimée sur le serveur : %1</translation>
    </message>
    <message>
        <source>It is still to be deleted on the server: %1</source>
        <translation>Elle reste à supprimer sur le serveur : %1</translation>
    </message>
    <message>
        <source>The connection broke before the server answered the upload, and its search is switched off: look on the server whether it has the sample, and retry if it has not.</source>
        <translation>La connexion s’est rompue avant que le serveur ne réponde à l’envoi, et sa recherche est désactivée : regardez sur le serveur s’il a l’échantillon, et réessayez s’il ne l’a pas.</translation>
    </message>
    <message>
        <source>The connection broke before the server answered: look on the server whether it has this URL, and retry if it has not.</source>
        <translation>La connexion s’est rompue avant que le serveur ne réponde : regardez sur le serveur s’il a cette URL, et réessayez s’il ne l’a pas.</translation>
    </message>
    <message>
        <source>The analysis machine could not be reached, so the sample was submitted once more.</source>
        <translation>La machine d’analyse n’a pas pu être jointe ; l’échantillon a donc été soumis une nouvelle fois.</translation>
    </message>
    <message>
        <source>The server did not finish the task within %1 s. The sample was submitted again: try %2 of %3.</source>
        <translation>Le serveur n’a pas terminé la tâche en %1 s. L’échantillon a été soumis de nouveau : essai %2 sur %3.</translation>
    </message>
    <message>
        <source>%1 did not answer, so %2 was taken.</source>
        <translation>%1 n’a pas répondu, %2 a donc été pris à sa place.</translation>
    </message>
    <message>
        <source>The server did not reboot the machine for another analysis. The report of the first one stands.</source>
        <translation>Le serveur n’a pas redémarré la machine pour une autre analyse. Le rapport de la première reste valable.</translation>
    </message>
    <message>
        <source>The connection broke before the server answered: look on the server whether it reboots the machine, and retry if it does not.</source>
        <translation>La connexion a été rompue avant la réponse du serveur : vérifiez sur le serveur s’il redémarre la machine, et réessayez si ce n’est pas le cas.</translation>
    </message>
    <message>
        <source>The server was restarted and gave this task up without a new one.</source>
        <translation>Le serveur a redémarré et a abandonné cette tâche sans en créer une nouvelle.</translation>
    </message>
    <message>
        <source>Token needed: the server does not accept the one that it was given.</source>
        <translation>Jeton requis : le serveur n’accepte pas celui qu’il a reçu.</translation>
    </message>
    <message>
        <source>Not deleted on the server: its profile was removed.</source>
        <translation>Non supprimée sur le serveur : son profil a été retiré.</translation>
    </message>
    <message>
        <source>It had begun to run on the server, and stays there.</source>
        <translation>L’analyse avait commencé sur le serveur ; elle y reste.</translation>
    </message>
    <message>
        <source>The analysis did not end within %1 s. Retry to submit the sample once more, or allow more time in the profile.</source>
        <translation>L’analyse ne s’est pas terminée en %1 s. Réessayez pour soumettre l’échantillon de nouveau, ou accordez plus de temps dans le profil.</translation>
    </message>
    <message>
        <source>The server passed this task on %1 times, last to task %2. It is followed no further.</source>
        <translation>Le serveur a remplacé cette tâche %1 fois, en dernier par la tâche %2. Elle n’est plus suivie.</translation>
    </message>
    <message>
        <source>The server says that the task is reported, and does not give its report yet.</source>
        <translation>Le serveur dit que le rapport de la tâche est prêt, mais ne le donne pas encore.</translation>
    </message>
    <message>
        <source>The server wrote neither a lite nor a full report for this task, so there is nothing to show. Its administrator can switch them on in reporting.conf: [litereport] or [jsondump] enabled = yes. The archive that it sent was kept: %1</source>
        <translation>Le serveur n’a écrit ni rapport allégé ni rapport complet pour cette tâche : il n’y a rien à afficher. Son administrateur peut les activer dans reporting.conf : [litereport] ou [jsondump] enabled = yes. L’archive qu’il a envoyée a été conservée : %1</translation>
    </message>
    <message>
        <source>The server writes no lite reports ([litereport] in reporting.conf), so the full report was fetched and put into the archive: %1</source>
        <translation>Le serveur n’écrit pas de rapports allégés ([litereport] dans reporting.conf) : le rapport complet a été récupéré et placé dans l’archive : %1</translation>
    </message>
    <message>
        <source>The sample was sent %1 times, and the server never named a task for it. Look at the server, then retry.</source>
        <translation>L’échantillon a été envoyé %1 fois et le serveur n’a jamais indiqué de tâche. Vérifiez le serveur, puis réessayez.</translation>
    </message>
    <message>
        <source>A task like this one on the server was of no use: %1</source>
        <translation>Une tâche équivalente sur le serveur était inutilisable : %1</translation>
    </message>
    <message>
        <source>The server runs the sample as %1.</source>
        <translation>Le serveur exécute l’échantillon sous le nom %1.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Réponse du serveur : %1</translation>
    </message>
    <message>
        <source>The server made more tasks of it than are followed here: only the first %1 are.</source>
        <translation>Le serveur en a fait plus de tâches qu’il n’en est suivi ici : seules les %1 premières le sont.</translation>
    </message>
</context>
<context>
    <name>net::TaskQueue</name>
    <message>
        <source>Choose a server to submit to.</source>
        <translation>Choisissez un serveur auquel soumettre.</translation>
    </message>
    <message>
        <source>The analysis machine could not be reached, so the sample was submitted once more.</source>
        <translation>La machine d’analyse n’a pas pu être jointe ; l’échantillon a donc été soumis une nouvelle fois.</translation>
    </message>
    <message>
        <source>The same analysis after a reboot.</source>
        <translation>La même analyse après un redémarrage.</translation>
    </message>
    <message>
        <source>Token needed</source>
        <translation>Jeton requis</translation>
    </message>
    <message>
        <source>Stopped early: the report covers what happened until then.</source>
        <translation>Analyse arrêtée avant terme : le rapport couvre ce qui s’est passé jusque-là.</translation>
    </message>
    <message>
        <source>Not stopped: %1</source>
        <translation>Analyse non arrêtée : %1</translation>
    </message>
    <message>
        <source>No copy of this task&apos;s sample is kept here.</source>
        <translation>Aucune copie de l’échantillon de cette tâche n’est gardée ici.</translation>
    </message>
    <message>
        <source>Not analysed again after a reboot: this server does not offer it.</source>
        <translation>Pas de nouvelle analyse après un redémarrage : ce serveur ne le propose pas.</translation>
    </message>
</context>
<context>
    <name>ui::ApiCallModel</name>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>×</source>
        <comment>how often a call was repeated</comment>
        <translation>×</translation>
    </message>
</context>
<context>
    <name>ui::AssemblylinePage</name>
    <message>
        <source>Sections of the Assemblyline result</source>
        <translation>Sections du résultat Assemblyline</translation>
    </message>
    <message>
        <source>Converting the report</source>
        <translation>Conversion du rapport</translation>
    </message>
    <message>
        <source>What Assemblyline&apos;s CAPE service would have made of it appears here in a moment.</source>
        <translation>Ce que le service CAPE d’Assemblyline en aurait fait apparaît ici dans un instant.</translation>
    </message>
    <message>
        <source>Heuristic CAPE.%1: %2</source>
        <translation>Heuristique CAPE.%1 : %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>signature and how often</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Assemblyline</source>
        <translation>Assemblyline</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>score %1</translation>
    </message>
    <message>
        <source>The result has no sections</source>
        <translation>Le résultat n’a pas de sections</translation>
    </message>
    <message>
        <source>Nothing in this report is worth a section of Assemblyline.</source>
        <translation>Rien dans ce rapport ne mérite une section d’Assemblyline.</translation>
    </message>
    <message>
        <source>The selected section</source>
        <translation>La section sélectionnée</translation>
    </message>
    <message>
        <source>What the report lacked</source>
        <translation>Ce qui manquait au rapport</translation>
    </message>
    <message>
        <source>Text of the section</source>
        <translation>Texte de la section</translation>
    </message>
    <message>
        <source>Table of the section</source>
        <translation>Tableau de la section</translation>
    </message>
    <message>
        <source>Heuristic</source>
        <translation>Heuristique</translation>
    </message>
    <message>
        <source>Show the signatures of this technique</source>
        <translation>Afficher les signatures de cette technique</translation>
    </message>
    <message>
        <source>Show the signature</source>
        <translation>Afficher la signature</translation>
    </message>
</context>
<context>
    <name>ui::BadgesDelegate</name>
    <message numerus="yes">
        <source>%Ln signature(s)</source>
        <translation>
            <numerusform>%Ln signature</numerusform>
            <numerusform>%Ln signatures</numerusform>
        </translation>
    </message>
    <message>
        <source>changes processes %1</source>
        <translation>modifie les processus %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln network call(s)</source>
        <translation>
            <numerusform>%Ln appel réseau</numerusform>
            <numerusform>%Ln appels réseau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file call(s)</source>
        <translation>
            <numerusform>%Ln appel de fichiers</numerusform>
            <numerusform>%Ln appels de fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln registry call(s)</source>
        <translation>
            <numerusform>%Ln appel du registre</numerusform>
            <numerusform>%Ln appels du registre</numerusform>
        </translation>
    </message>
    <message>
        <source>changed by processes %1</source>
        <translation>modifié par les processus %1</translation>
    </message>
</context>
<context>
    <name>ui::BundleFields</name>
    <message>
        <source>With the sample&apos;s &amp;bytes</source>
        <translation>Avec le c&amp;ontenu de l’échantillon</translation>
    </message>
    <message>
        <source>Made from the sample&apos;s name</source>
        <translation>D’après le nom de l’échantillon</translation>
    </message>
    <message>
        <source>The sample&apos;s file</source>
        <translation>Le fichier de l’échantillon</translation>
    </message>
    <message>
        <source>The queue&apos;s own copy, unless you choose another</source>
        <translation>La copie de la file, à moins d’en choisir un autre</translation>
    </message>
    <message>
        <source>Choose the sample&apos;s file</source>
        <translation>Choisissez le fichier de l’échantillon</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>What was left out of the tags</source>
        <translation>Ce qui a été exclu des étiquettes</translation>
    </message>
    <message>
        <source>&amp;Classification:</source>
        <translation>C&amp;lassification :</translation>
    </message>
    <message>
        <source>&amp;Submitter:</source>
        <translation>&amp;Soumis par :</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Description :</translation>
    </message>
    <message>
        <source>Fo&amp;r:</source>
        <translation>Pou&amp;r :</translation>
    </message>
    <message>
        <source>Sample:</source>
        <translation>Échantillon :</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is left out of the tags, and why</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) that Assemblyline does not take as tags: they stay in the text.</source>
        <translation>
            <numerusform>%n valeur qu’Assemblyline n’accepte pas comme étiquette : elle reste dans le texte.</numerusform>
            <numerusform>%n valeurs qu’Assemblyline n’accepte pas comme étiquettes : elles restent dans le texte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CallPanel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Appelant</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>No API calls in this report</source>
        <translation>Aucun appel d’API dans ce rapport</translation>
    </message>
    <message>
        <source>CAPE&apos;s litereport leaves them out by default. To have them, add &quot;processes&quot; to behavior_keys_to_copy in the [litereport] section of reporting.conf.</source>
        <translation>Le rapport allégé de CAPE les omet par défaut. Pour les avoir, ajoutez « processes » à behavior_keys_to_copy dans la section [litereport] de reporting.conf.</translation>
    </message>
    <message>
        <source>Filter calls by API, argument or value</source>
        <translation>Filtrer les appels par API, argument ou valeur</translation>
    </message>
    <message>
        <source>Filter API calls</source>
        <translation>Filtrer les appels d’API</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Failed only</source>
        <translation>Échecs seulement</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>Appels d’API</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucune)</translation>
    </message>
    <message>
        <source>Categories (%1)</source>
        <translation>Catégories (%1)</translation>
    </message>
    <message>
        <source>No API calls of this process</source>
        <translation>Aucun appel d’API de ce processus</translation>
    </message>
    <message>
        <source>The process was seen, but its calls were not recorded.</source>
        <translation>Le processus a été vu, mais ses appels n’ont pas été enregistrés.</translation>
    </message>
</context>
<context>
    <name>ui::CaseDelegate</name>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>Nom de l’affaire</translation>
    </message>
</context>
<context>
    <name>ui::CasePanel</name>
    <message>
        <source>Search cases, hashes, hosts</source>
        <translation>Affaires, empreintes, hôtes</translation>
    </message>
    <message>
        <source>Finds analyses by name, hash, family, note, case and by the hosts and URLs that they talked to; defanged ones too</source>
        <translation>Trouve les analyses par nom, empreinte, famille, note, affaire, et par les hôtes et URL qu’elles ont contactés, même sous forme neutralisée</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Rechercher dans les affaires</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>It is damaged (%1). It can be moved aside, as it is, and a new one begun.</source>
        <translation>Elle est endommagée (%1). Elle peut être mise de côté telle quelle et remplacée par une nouvelle.</translation>
    </message>
    <message>
        <source>Move it aside</source>
        <translation>La mettre de côté</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No analysis has this</source>
        <translation>Aucune analyse ne correspond</translation>
    </message>
    <message>
        <source>Searched: names, hashes, families, notes, cases, and the hosts and URLs of the results.</source>
        <translation>Recherche effectuée dans : noms, empreintes, familles, notes, affaires, hôtes et URL des résultats.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Pas encore d’affaire</translation>
    </message>
    <message>
        <source>Every report that is fetched or opened is remembered here. A case keeps together what belongs together.</source>
        <translation>Chaque rapport reçu ou ouvert est retenu ici. Une affaire réunit ce qui va ensemble.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analyses</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familles</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysé</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>&amp;Open the analysis</source>
        <translation>&amp;Ouvrir l’analyse</translation>
    </message>
    <message>
        <source>&amp;Move to a case…</source>
        <translation>&amp;Déplacer vers une affaire…</translation>
    </message>
    <message>
        <source>&amp;Rename the case</source>
        <translation>&amp;Renommer l’affaire</translation>
    </message>
    <message>
        <source>Edit the &amp;note</source>
        <translation>Modifier la &amp;note</translation>
    </message>
    <message>
        <source>Copy the &amp;hash</source>
        <translation>Copier l’empreinte (&amp;hash)</translation>
    </message>
    <message>
        <source>Remove &amp;from the library</source>
        <translation>R&amp;etirer de la bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Undo the removal</source>
        <translation>&amp;Annuler le retrait</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The report of %1 is not there any more.</source>
        <translation>Le rapport de %1 est introuvable.</translation>
    </message>
    <message>
        <source>It was %1. Show where it is now, or let the library forget the analysis.</source>
        <translation>Il se trouvait à l’emplacement %1. Indiquez son nouvel emplacement, ou retirez l’analyse de la bibliothèque.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Localiser…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Retirer l’analyse</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Where is the report of %1?</source>
        <translation>Où est le rapport de %1 ?</translation>
    </message>
    <message>
        <source>CAPE reports (*.json *.json.gz *.zip);;All files (*)</source>
        <translation>Rapports CAPE (*.json *.json.gz *.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>In no case</source>
        <translation>Dans aucune affaire</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Note sur %1</translation>
    </message>
</context>
<context>
    <name>ui::CaseStore</name>
    <message>
        <source>%1 removed</source>
        <translation>%1 retiré</translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>cases and analyses</comment>
        <translation>
            <numerusform>%n retiré</numerusform>
            <numerusform>%n retirés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CaseTreeModel</name>
    <message>
        <source>report not found</source>
        <translation>rapport introuvable</translation>
    </message>
    <message>
        <source>%1 #%2</source>
        <translation>%1 nº %2</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Every report that was fetched or opened and is in no case</source>
        <translation>Chaque rapport reçu ou ouvert qui n’est dans aucune affaire</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n analysis(es)</source>
        <translation>
            <numerusform>%1, %n analyse</numerusform>
            <numerusform>%1, %n analyses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, score %2</source>
        <translation>%1, score %2</translation>
    </message>
</context>
<context>
    <name>ui::ClearTokenQuestion</name>
    <message>
        <source>Send the token of %1 to %2 unencrypted?</source>
        <translation>Envoyer en clair le jeton de %1 à %2 ?</translation>
    </message>
    <message>
        <source>The URL begins with http: anyone on the way can read the token and use it. Nothing is sent to this server until you agree. Use https where the server has it.</source>
        <translation>L’URL commence par http : quiconque se trouve sur le trajet peut lire le jeton et s’en servir. Rien n’est envoyé à ce serveur sans votre accord. Utilisez https si le serveur le propose.</translation>
    </message>
    <message>
        <source>Send unencrypted</source>
        <translation>Envoyer en clair</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
</context>
<context>
    <name>ui::ClockButton</name>
    <message>
        <source>T+ (from the start of the run)</source>
        <translation>T+ (depuis le début de l’exécution)</translation>
    </message>
    <message>
        <source>Guest time</source>
        <translation>Heure de l’invité</translation>
    </message>
    <message>
        <source>Host time</source>
        <translation>Heure de l’hôte</translation>
    </message>
    <message>
        <source>Guest clock unknown</source>
        <translation>Horloge de l’invité inconnue</translation>
    </message>
    <message>
        <source>Show times as T+, guest time or host time</source>
        <translation>Afficher les heures en T+, à l’heure de l’invité ou de l’hôte</translation>
    </message>
    <message>
        <source>Time display: %1</source>
        <translation>Affichage des heures : %1</translation>
    </message>
</context>
<context>
    <name>ui::ColumnLayout</name>
    <message>
        <source>Fit the columns</source>
        <translation>Ajuster les colonnes</translation>
    </message>
</context>
<context>
    <name>ui::CommandField</name>
    <message>
        <source>Search or command</source>
        <translation>Rechercher ou exécuter une commande</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Type a command, page, task or report</source>
        <translation>Tapez une commande, une page, une tâche ou un rapport</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Rechercher ou exécuter une commande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
</context>
<context>
    <name>ui::CopyCells</name>
    <message>
        <source>Copy, defanged</source>
        <translation>Copier (neutralisé)</translation>
    </message>
    <message>
        <source>Copy as it is</source>
        <translation>Copier tel quel</translation>
    </message>
    <message>
        <source>Show the whole cell</source>
        <translation>Afficher toute la cellule</translation>
    </message>
</context>
<context>
    <name>ui::CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>ui::CountBar</name>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>The filter hides everything</source>
        <translation>Le filtre masque tout</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln row(s).</source>
        <translation>
            <numerusform>Le filtre masque la seule ligne (%Ln).</numerusform>
            <numerusform>Le filtre masque les %Ln lignes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 ligne sur %Ln</numerusform>
            <numerusform>%1 lignes sur %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DestinationDialog</name>
    <message>
        <source>Assemblyline 4.7 and later</source>
        <translation>Assemblyline 4.7 et suivants</translation>
    </message>
    <message>
        <source>Older (process tree and tables)</source>
        <translation>Plus ancien (arbre de processus et tableaux)</translation>
    </message>
    <message>
        <source>Add an Assemblyline</source>
        <translation>Ajouter un Assemblyline</translation>
    </message>
    <message>
        <source>Edit the Assemblyline</source>
        <translation>Modifier l’Assemblyline</translation>
    </message>
    <message>
        <source>Key name:secret</source>
        <translation>Nom de la clé:secret</translation>
    </message>
    <message>
        <source>As the result has it</source>
        <translation>Celle du résultat</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>L’utilisateur</translation>
    </message>
    <message>
        <source>Made from the sample&apos;s name</source>
        <translation>D’après le nom de l’échantillon</translation>
    </message>
    <message>
        <source>None: as the certificate authorities say</source>
        <translation>Aucun : selon les autorités de certification</translation>
    </message>
    <message>
        <source>Send the sample&apos;s bytes along, where they are at hand</source>
        <translation>Joindre aussi le contenu de l’échantillon, s’il est disponible</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse :</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur :</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>&amp;Clé d’API :</translation>
    </message>
    <message>
        <source>&amp;Classification:</source>
        <translation>C&amp;lassification :</translation>
    </message>
    <message>
        <source>&amp;Submitter:</source>
        <translation>&amp;Soumis par :</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Description :</translation>
    </message>
    <message>
        <source>Certificate SHA-256:</source>
        <translation>SHA-256 du certificat :</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Pour :</translation>
    </message>
    <message>
        <source>Enter the user and an API key of theirs: Assemblyline asks for both.</source>
        <translation>Indiquez l’utilisateur et une de ses clés d’API : Assemblyline demande les deux.</translation>
    </message>
    <message>
        <source>A certificate&apos;s SHA-256 has 64 hexadecimal digits.</source>
        <translation>Le SHA-256 d’un certificat a 64 chiffres hexadécimaux.</translation>
    </message>
    <message>
        <source>The API key will travel unencrypted to this server. Use https where you can.</source>
        <translation>La clé d’API circulera en clair vers ce serveur. Utilisez https si possible.</translation>
    </message>
    <message>
        <source>No keychain can be used here, so the API key is kept for this session only (%1).</source>
        <translation>Aucun trousseau de clés n’est utilisable ici : la clé d’API n’est conservée que pour cette session (%1).</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Faire confiance à ce certificat</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message>
        <source>The server knows you as %1.</source>
        <translation>Le serveur vous connaît sous le nom de %1.</translation>
    </message>
    <message>
        <source>Assemblyline %1 knows you as %2.</source>
        <translation>Assemblyline %1 vous connaît sous le nom de %2.</translation>
    </message>
    <message>
        <source>This user may not create submissions, so nothing can be sent: ask its administrator for the right.</source>
        <translation>Cet utilisateur n’a pas le droit de créer des soumissions, rien ne peut donc être envoyé : demandez ce droit à son administrateur.</translation>
    </message>
    <message>
        <source>It is older than 4.7 and would refuse the result as it is: choose the older form.</source>
        <translation>Il est antérieur à 4.7 et refuserait le résultat tel quel : choisissez la forme ancienne.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Safe&amp;list:</source>
        <translation>&amp;Liste de confiance :</translation>
    </message>
    <message>
        <source>File with its own safelist</source>
        <translation>Fichier de sa propre liste de confiance</translation>
    </message>
    <message>
        <source>None: the list that the CAPE service suggests</source>
        <translation>Aucun : la liste proposée par le service CAPE</translation>
    </message>
    <message>
        <source>A YAML or JSON file with this Assemblyline&apos;s safelist, as its administration page or its API gives it. What is on it is no tag of the result.</source>
        <translation>Fichier YAML ou JSON contenant la liste de confiance de cet Assemblyline, telle que la donne sa page d’administration ou son API. Ce qui y figure ne devient pas une étiquette du résultat.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Safelist of the Assemblyline</source>
        <translation>Liste de confiance de l’Assemblyline</translation>
    </message>
    <message>
        <source>YAML or JSON (*.yml *.yaml *.json);;All files (*)</source>
        <translation>YAML ou JSON (*.yml *.yaml *.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Send the API key to %1 unencrypted?</source>
        <translation>Envoyer en clair la clé d’API à %1 ?</translation>
    </message>
    <message>
        <source>The URL begins with http: anyone on the way can read the key and use it. Use https where the server has it. This is asked once for this URL.</source>
        <translation>L’URL commence par http : quiconque se trouve sur le trajet peut lire la clé et s’en servir. Utilisez https si le serveur le propose. Cette question n’est posée qu’une fois pour cette URL.</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Enregistrer quand même</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Save the new destination?</source>
        <translation>Enregistrer la nouvelle destination ?</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Enregistrer les modifications de %1 ?</translation>
    </message>
    <message>
        <source>What you have entered is lost otherwise.</source>
        <translation>Sinon, votre saisie est perdue.</translation>
    </message>
</context>
<context>
    <name>ui::DetectionsPanel</name>
    <message>
        <source>Family %1</source>
        <translation>Famille %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
    </message>
    <message>
        <source>ClamAV&apos;s name for the sample</source>
        <translation>Nom donné à l’échantillon par ClamAV</translation>
    </message>
    <message>
        <source>YARA rule that matches the sample</source>
        <translation>Règle YARA qui correspond à l’échantillon</translation>
    </message>
    <message>
        <source>CAPE&apos;s YARA rule that matches the sample</source>
        <translation>Règle YARA de CAPE qui correspond à l’échantillon</translation>
    </message>
</context>
<context>
    <name>ui::DockTitle</name>
    <message>
        <source>Hide; the View menu brings it back</source>
        <translation>Masquer ; le menu Affichage permet de le rouvrir</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Masquer %1</translation>
    </message>
</context>
<context>
    <name>ui::ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>Copier l’erreur</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Export for Assemblyline</source>
        <translation>Exporter pour Assemblyline</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier :</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Dossier d’export</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::ExportNotice</name>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Masquer</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) exported to %1</source>
        <translation>
            <numerusform>%n fichier exporté vers %1</numerusform>
            <numerusform>%n fichiers exportés vers %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportsPanel</name>
    <message>
        <source>As the service chooses</source>
        <translation>Comme le service choisit</translation>
    </message>
    <message>
        <source>Filter exports</source>
        <translation>Filtrer les exports</translation>
    </message>
    <message>
        <source>Exports to run</source>
        <translation>Exports à exécuter</translation>
    </message>
    <message>
        <source>None is checked: the service&apos;s own choice is run.</source>
        <translation>Aucun n’est coché : le choix du service est exécuté.</translation>
    </message>
    <message>
        <source>%1 of %2 are run, one after the other in the same task; more than %3 seldom end in time.</source>
        <translation>%1 sur %2 sont exécutés, l’un après l’autre dans la même tâche ; au-delà de %3, le temps suffit rarement.</translation>
    </message>
    <message>
        <source>%1 of %2 are run.</source>
        <translation>%1 sur %2 sont exécutés.</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Filters:</source>
        <translation>Filtres :</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Click the cross to take this filter off</source>
        <translation>Cliquez sur la croix pour ôter ce filtre</translation>
    </message>
</context>
<context>
    <name>ui::HeuristicBar</name>
    <message>
        <source>%1, score %2</source>
        <translation>%1, score %2</translation>
    </message>
</context>
<context>
    <name>ui::InspectorPanel</name>
    <message>
        <source>Selected</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Rien n’est sélectionné</translation>
    </message>
    <message>
        <source>Select a row of a page to see all of it here.</source>
        <translation>Sélectionnez une ligne d’une page pour la voir ici en entier.</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Texte entier</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Show the text in a window of its own</source>
        <translation>Afficher le texte dans une fenêtre séparée</translation>
    </message>
</context>
<context>
    <name>ui::JsonPage</name>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>string</source>
        <translation>chaîne</translation>
    </message>
    <message>
        <source>array</source>
        <translation>tableau</translation>
    </message>
    <message>
        <source>object</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>Le rapport entier</translation>
    </message>
    <message>
        <source>JSON pointer</source>
        <translation>Pointeur JSON</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>The first %1; copy the value to have all of it.</source>
        <translation>%1 affichés ; copiez la valeur pour l’obtenir en entier.</translation>
    </message>
    <message>
        <source>The report as JSON</source>
        <translation>Le rapport en JSON</translation>
    </message>
    <message>
        <source>This report is empty</source>
        <translation>Ce rapport est vide</translation>
    </message>
    <message>
        <source>It holds no section at all. See that the server writes its litereport: enabled = yes in the [litereport] section of reporting.conf.</source>
        <translation>Il ne contient aucune section. Vérifiez que le serveur écrit son rapport allégé (litereport) : enabled = yes dans la section [litereport] de reporting.conf.</translation>
    </message>
    <message>
        <source>Find in keys and values</source>
        <translation>Chercher dans les clés et les valeurs</translation>
    </message>
    <message>
        <source>Find in the JSON text</source>
        <translation>Chercher dans le texte JSON</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Suivant (F3)</translation>
    </message>
    <message>
        <source>Unfold this and what it holds (*)</source>
        <translation>Déplier ceci et son contenu (*)</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>JSON pointer of the current line</source>
        <translation>Pointeur JSON de la ligne courante</translation>
    </message>
    <message>
        <source>%1 lines unfolded</source>
        <translation>%1 lignes dépliées</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>&amp;Copier la valeur</translation>
    </message>
    <message>
        <source>Copy JSON &amp;pointer</source>
        <translation>Copier le &amp;pointeur JSON</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>recherche…</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>plus de %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 trouvés</translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>&amp;Replier</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Déplier</translation>
    </message>
    <message>
        <source>Unfold this and &amp;what it holds</source>
        <translation>Déplier ceci &amp;et son contenu</translation>
    </message>
    <message>
        <source>Fold &amp;everything</source>
        <translation>&amp;Tout replier</translation>
    </message>
    <message>
        <source>Show the call in its p&amp;rocess</source>
        <translation>Afficher l’appel dans son pr&amp;ocessus</translation>
    </message>
    <message>
        <source>The value is larger than %1 and was not copied. Copy a part of it.</source>
        <translation>La valeur dépasse %1 et n’a pas été copiée. Copiez-en une partie.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>ui::KnownTasksModel</name>
    <message>
        <source>Asking…</source>
        <translation>Interrogation…</translation>
    </message>
    <message>
        <source>Not known there</source>
        <translation>Inconnu de ce serveur</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Soumis le</translation>
    </message>
</context>
<context>
    <name>ui::KnownTasksPanel</name>
    <message>
        <source>Fe&amp;tch the report</source>
        <translation>&amp;Télécharger le rapport</translation>
    </message>
    <message>
        <source>Tasks that the servers know</source>
        <translation>Tâches connues des serveurs</translation>
    </message>
    <message>
        <source>What the servers know</source>
        <translation>Ce que savent les serveurs</translation>
    </message>
    <message>
        <source>Open the repor&amp;t</source>
        <translation>Ouvrir le rappor&amp;t</translation>
    </message>
    <message>
        <source>This task is in the task list: %1.</source>
        <translation>Cette tâche est dans la liste des tâches : %1.</translation>
    </message>
    <message>
        <source>A report that is fetched comes through the task list; nothing is submitted.</source>
        <translation>Un rapport téléchargé arrive par la liste des tâches ; rien n’est soumis.</translation>
    </message>
</context>
<context>
    <name>ui::LeftOutPanel</name>
    <message>
        <source>Left out of the tags, and why</source>
        <translation>Exclu des étiquettes, et pourquoi</translation>
    </message>
    <message>
        <source>Nothing was left out of the tags.</source>
        <translation>Rien n’a été exclu des étiquettes.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was left out, and why</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 autres</translation>
    </message>
    <message>
        <source>Left out of the tags, and why (%1)</source>
        <translation>Exclu des étiquettes, et pourquoi (%1)</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>CAPE Workbench</source>
        <translation>CAPE Workbench</translation>
    </message>
    <message>
        <source>Open reports</source>
        <translation>Rapports ouverts</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>&amp;Submit…</source>
        <translation>&amp;Soumettre…</translation>
    </message>
    <message>
        <source>Submit from the &amp;clipboard</source>
        <translation>Soumettre depuis le &amp;presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Open report…</source>
        <translation>&amp;Ouvrir un rapport…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Close report</source>
        <translation>&amp;Fermer le rapport</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Basculer entre clair et sombre</translation>
    </message>
    <message>
        <source>Search or &amp;command…</source>
        <translation>Rechercher ou exécuter une &amp;commande…</translation>
    </message>
    <message>
        <source>&amp;Servers…</source>
        <translation>&amp;Serveurs…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Essayer la &amp;démonstration</translation>
    </message>
    <message>
        <source>&amp;About CAPE Workbench</source>
        <translation>À &amp;propos de CAPE Workbench</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>S&amp;uivant</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Page sui&amp;vante</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Page p&amp;récédente</translation>
    </message>
    <message>
        <source>Next &amp;report</source>
        <translation>Rapport &amp;suivant</translation>
    </message>
    <message>
        <source>Previous rep&amp;ort</source>
        <translation>Rapport pré&amp;cédent</translation>
    </message>
    <message>
        <source>&amp;Filter this page</source>
        <translation>&amp;Filtrer cette page</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Tâches</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Selon le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Soumettre</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Rapport</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>open report</source>
        <translation>rapport ouvert</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tâche</translation>
    </message>
    <message>
        <source>%1 - CAPE Workbench</source>
        <translation>%1 - CAPE Workbench</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Ouvrir un rapport</translation>
    </message>
    <message>
        <source>CAPE reports (*.json *.json.gz *.zip);;All files (*)</source>
        <translation>Rapports CAPE (*.json *.json.gz *.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>CAPE Workbench %1</source>
        <translation>CAPE Workbench %1</translation>
    </message>
    <message>
        <source>A desktop workbench for CAPEv2 sandboxes: submit samples, follow their tasks, read the reports and export them for Assemblyline.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Un atelier de bureau pour les sandbox CAPEv2 : soumettre des échantillons, suivre leurs tâches, lire les rapports et les exporter pour Assemblyline.

Logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Send to &amp;Assemblyline…</source>
        <translation>Envoyer à &amp;Assemblyline…</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Fermer %1</translation>
    </message>
    <message>
        <source>That is not the report of %1: it is of another sample.</source>
        <translation>Ce n’est pas le rapport de %1 : il concerne un autre échantillon.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>%1 is in the case %2 now.</source>
        <translation>%1 est maintenant dans l’affaire %2.</translation>
    </message>
    <message>
        <source>Add to a c&amp;ase…</source>
        <translation>Ajouter à une &amp;affaire…</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>&amp;Nouvelle affaire</translation>
    </message>
    <message>
        <source>&amp;Search the cases</source>
        <translation>&amp;Rechercher dans les affaires</translation>
    </message>
    <message>
        <source>Tasks on a ser&amp;ver…</source>
        <translation>Tâches d’un ser&amp;veur…</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>C&amp;ontraste élevé</translation>
    </message>
    <message>
        <source>The clipboard holds no files, URLs or hashes.</source>
        <translation>Le presse-papiers ne contient ni fichiers, ni URL, ni empreintes.</translation>
    </message>
</context>
<context>
    <name>ui::NetworkPage</name>
    <message>
        <source>no answer</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>Filter by domain, address, path, process…</source>
        <translation>Filtrer par domaine, adresse, chemin, processus…</translation>
    </message>
    <message>
        <source>Filter network traffic</source>
        <translation>Filtrer le trafic réseau</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>No DNS requests in this report</source>
        <translation>Aucune requête DNS dans ce rapport</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>No HTTP traffic in this report</source>
        <translation>Aucun trafic HTTP dans ce rapport</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>No TCP or UDP traffic in this report</source>
        <translation>Aucun trafic TCP ou UDP dans ce rapport</translation>
    </message>
    <message>
        <source>TCP/UDP</source>
        <translation>TCP/UDP</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nom d’hôte</translation>
    </message>
    <message>
        <source>Reverse name</source>
        <translation>Nom inverse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>No hosts in this report</source>
        <translation>Aucun hôte dans ce rapport</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>No ICMP, SMTP or IRC traffic and no unreachable hosts in this report</source>
        <translation>Ni trafic ICMP, SMTP ou IRC, ni hôte injoignable dans ce rapport</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>The server&apos;s litereport leaves the network out. To have it, add &quot;network&quot; to keys_to_copy in the [litereport] section of reporting.conf.</source>
        <translation>Le rapport allégé du serveur ne comprend pas le réseau. Pour l’avoir, ajoutez « network » à keys_to_copy dans la section [litereport] de reporting.conf.</translation>
    </message>
    <message>
        <source>The analysis ran with the route &quot;%1&quot;.</source>
        <translation>L’analyse s’est faite avec la route « %1 ».</translation>
    </message>
</context>
<context>
    <name>ui::NoteField</name>
    <message>
        <source>Keep the note (Ctrl+Enter)</source>
        <translation>Enregistrer la note (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Enregistrer la note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>Report ready</source>
        <translation>Rapport prêt</translation>
    </message>
    <message>
        <source>Task failed</source>
        <translation>Échec d’une tâche</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>CAPE Workbench</source>
        <translation>CAPE Workbench</translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Screenshots</source>
        <translation>Captures d’écran</translation>
    </message>
    <message>
        <source>Converting the report…</source>
        <translation>Conversion du rapport…</translation>
    </message>
    <message>
        <source>Sample and analysis</source>
        <translation>Échantillon et analyse</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Détections</translation>
    </message>
    <message>
        <source>Malware configurations</source>
        <translation>Configurations de malware</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>%1 (the time ran out)</source>
        <translation>%1 (le temps s’est écoulé)</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>CAPE task</source>
        <translation>Tâche CAPE</translation>
    </message>
    <message>
        <source>CAPE version</source>
        <translation>Version de CAPE</translation>
    </message>
    <message>
        <source>No family named</source>
        <translation>Aucune famille nommée</translation>
    </message>
    <message numerus="yes">
        <source>%n payload(s): %1</source>
        <translation>
            <numerusform>%n charge utile : %1</numerusform>
            <numerusform>%n charges utiles : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>None extracted</source>
        <translation>Aucune extraite</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time and event</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>and %1 more on the Assemblyline page</source>
        <translation>et %1 autres sur la page Assemblyline</translation>
    </message>
    <message>
        <source>No heuristic was raised.</source>
        <translation>Aucune heuristique n’a été déclenchée.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>The report could not be converted, so there is no score.</source>
        <translation>Le rapport n’a pas pu être converti : il n’y a donc pas de score.</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>Charges utiles</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Horloges</translation>
    </message>
</context>
<context>
    <name>ui::PageList</name>
    <message>
        <source>Pages of the report</source>
        <translation>Pages du rapport</translation>
    </message>
</context>
<context>
    <name>ui::PageListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::ParametersForm</name>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Simulated internet (inetsim)</source>
        <translation>Internet simulé (inetsim)</translation>
    </message>
    <message>
        <source>Drop everything</source>
        <translation>Tout rejeter</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Tor</source>
        <translation>Tor</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>As the file needs</source>
        <translation>Selon le fichier</translation>
    </message>
    <message>
        <source>Such as DllRegisterServer</source>
        <translation>Par exemple DllRegisterServer</translation>
    </message>
    <message>
        <source>Dump the machine&apos;s memory</source>
        <translation>Copier la mémoire de la machine</translation>
    </message>
    <message>
        <source>Skip long sleeps</source>
        <translation>Ignorer les longues attentes (sleep)</translation>
    </message>
    <message>
        <source>Run without the monitor</source>
        <translation>Exécuter sans le moniteur</translation>
    </message>
    <message>
        <source>Run twice: with and without the monitor</source>
        <translation>Exécuter deux fois : avec et sans le moniteur</translation>
    </message>
    <message>
        <source>Simulate a user</source>
        <translation>Simuler un utilisateur</translation>
    </message>
    <message>
        <source>Reboot and analyse again</source>
        <translation>Redémarrer et relancer une analyse</translation>
    </message>
    <message>
        <source>&amp;Route:</source>
        <translation>&amp;Route :</translation>
    </message>
    <message>
        <source>&amp;Machine:</source>
        <translation>&amp;Machine :</translation>
    </message>
    <message>
        <source>&amp;Image:</source>
        <translation>&amp;Image :</translation>
    </message>
    <message>
        <source>&amp;Package:</source>
        <translation>&amp;Package :</translation>
    </message>
    <message>
        <source>&amp;Timeout:</source>
        <translation>&amp;Délai :</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Mot de pass&amp;e :</translation>
    </message>
    <message>
        <source>P&amp;latform:</source>
        <translation>P&amp;lateforme :</translation>
    </message>
    <message>
        <source>&amp;Arguments:</source>
        <translation>&amp;Arguments :</translation>
    </message>
    <message>
        <source>&amp;DLL function:</source>
        <translation>&amp;Fonction DLL :</translation>
    </message>
    <message>
        <source>&amp;Options:</source>
        <translation>&amp;Options :</translation>
    </message>
    <message>
        <source>&amp;Clock:</source>
        <translation>&amp;Horloge :</translation>
    </message>
    <message>
        <source>&amp;HollowsHunter:</source>
        <translation>Hollows&amp;Hunter :</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Indifférent</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Of an archive</source>
        <translation>De l’archive</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Maximale</translation>
    </message>
    <message>
        <source>Of the program&apos;s command line</source>
        <translation>Arguments de la ligne de commande</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Séparées par des virgules</translation>
    </message>
    <message>
        <source>A text that CAPE keeps with the task</source>
        <translation>Un texte que CAPE garde avec la tâche</translation>
    </message>
    <message>
        <source>Ignore the cache: analyse again even if a server has a task like this one</source>
        <translation>Ignorer le cache : analyser même si un serveur a déjà une tâche semblable</translation>
    </message>
    <message>
        <source>Without it, each server is first asked for the sample&apos;s SHA-256. A task there with the same options is followed and its report fetched, and nothing is submitted.</source>
        <translation>Sinon, chaque serveur est d’abord interrogé sur le SHA-256 de l’échantillon. Une tâche qui y a les mêmes options est suivie et son rapport téléchargé, sans rien soumettre.</translation>
    </message>
    <message>
        <source>Deep scan: HollowsHunter dumps everything</source>
        <translation>Analyse approfondie : HollowsHunter extrait tout</translation>
    </message>
    <message>
        <source>Priorit&amp;y:</source>
        <translation>Priorit&amp;é :</translation>
    </message>
    <message>
        <source>TLP:</source>
        <translation>TLP :</translation>
    </message>
    <message>
        <source>Task ta&amp;gs:</source>
        <translation>Éti&amp;quettes :</translation>
    </message>
    <message>
        <source>C&amp;ustom:</source>
        <translation>Te&amp;xte libre :</translation>
    </message>
    <message>
        <source>One that fits the file&apos;s type</source>
        <translation>Celle qui convient au type du fichier</translation>
    </message>
    <message>
        <source>All that fit</source>
        <translation>Toutes celles qui conviennent</translation>
    </message>
    <message>
        <source>A task on each that fits the file</source>
        <translation>Une tâche sur chacune de celles qui conviennent au fichier</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>A task on every image</source>
        <translation>Une tâche sur chaque image</translation>
    </message>
    <message>
        <source>Usual: %1 s</source>
        <translation>Habituel : %1 s</translation>
    </message>
    <message>
        <source>Routing is enforced on these servers: %1.</source>
        <translation>Le routage est imposé sur ces serveurs : %1.</translation>
    </message>
    <message numerus="yes">
        <source>Advanced (%n changed)</source>
        <translation>
            <numerusform>Avancé (%n modifié)</numerusform>
            <numerusform>Avancé (%n modifiés)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Keep these choices under a name</source>
        <translation>Enregistrer ces choix sous un nom</translation>
    </message>
    <message>
        <source>Save these choices</source>
        <translation>Enregistrer ces choix</translation>
    </message>
    <message>
        <source>More about presets</source>
        <translation>Autres actions sur les préréglages</translation>
    </message>
    <message>
        <source>Pr&amp;eset:</source>
        <translation>Préré&amp;glage :</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>Importer des préréglages</translation>
    </message>
    <message>
        <source>Presets (*.json);;All files (*)</source>
        <translation>Préréglages (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>Exporter les préréglages</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Préréglages (*.json)</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <source>Choices of your own</source>
        <translation>Vos propres choix</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom :</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu : %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit : %2</translation>
    </message>
</context>
<context>
    <name>ui::ProbeModel</name>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1 To switch it on: %2</source>
        <translation>%1 Pour l’activer : %2</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>ui::ProbePanel</name>
    <message>
        <source>Trust this certificate</source>
        <translation>Faire confiance à ce certificat</translation>
    </message>
    <message>
        <source>What the server allows</source>
        <translation>Ce que le serveur permet</translation>
    </message>
    <message>
        <source>Test the connection to see what the server allows. Nothing on it is changed.</source>
        <translation>Testez la connexion pour voir ce que le serveur permet. Rien n’y est modifié.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message numerus="yes">
        <source>CAPE %1: %2 of %3 machines free, %n task(s) waiting.</source>
        <translation>
            <numerusform>CAPE %1 : %2 machines libres sur %3, %n tâche en attente.</numerusform>
            <numerusform>CAPE %1 : %2 machines libres sur %3, %n tâches en attente.</numerusform>
        </translation>
    </message>
    <message>
        <source>The token travels unencrypted to this server.</source>
        <translation>Le jeton circule en clair vers ce serveur.</translation>
    </message>
    <message>
        <source>Certificate SHA-256: %1</source>
        <translation>SHA-256 du certificat : %1</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>Le serveur répond.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>The server takes no more requests for now: the test goes on as its limit allows.</source>
        <translation>Le serveur n’accepte plus de requêtes pour l’instant : le test continue dès que sa limite le permet.</translation>
    </message>
</context>
<context>
    <name>ui::ProcessGraph</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln appel</numerusform>
            <numerusform>%Ln appels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProcessKind</name>
    <message>
        <source>the sample itself</source>
        <translation>l’échantillon lui-même</translation>
    </message>
    <message>
        <source>changed by another process</source>
        <translation>modifié par un autre processus</translation>
    </message>
    <message>
        <source>browser</source>
        <translation>navigateur</translation>
    </message>
    <message>
        <source>document program</source>
        <translation>application de bureautique</translation>
    </message>
    <message>
        <source>script host</source>
        <translation>hôte de scripts</translation>
    </message>
    <message>
        <source>shell</source>
        <translation>interpréteur de commandes</translation>
    </message>
    <message>
        <source>system service</source>
        <translation>service du système</translation>
    </message>
    <message>
        <source>part of Windows</source>
        <translation>composant de Windows</translation>
    </message>
    <message>
        <source>tool of Windows</source>
        <translation>outil de Windows</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
</context>
<context>
    <name>ui::ProcessTreeModel</name>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Première apparition</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>process and what it is</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1, known to be harmless</source>
        <translation>%1, connu pour être inoffensif</translation>
    </message>
    <message>
        <source>%1, pid %2</source>
        <translation>%1, pid %2</translation>
    </message>
    <message>
        <source>%1, not monitored</source>
        <translation>%1, non surveillé</translation>
    </message>
    <message>
        <source>The process was not monitored: its calls are not known</source>
        <translation>Le processus n’était pas surveillé : ses appels ne sont pas connus</translation>
    </message>
</context>
<context>
    <name>ui::ProcessesPage</name>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Parent PID</source>
        <translation>PID du parent</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Première apparition</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>Appels d’API</translation>
    </message>
    <message>
        <source>No processes in this report</source>
        <translation>Aucun processus dans ce rapport</translation>
    </message>
    <message>
        <source>Either the sample did not run, or the server&apos;s litereport leaves them out. To have them, add &quot;processtree processes&quot; to behavior_keys_to_copy in the [litereport] section of reporting.conf.</source>
        <translation>Soit l’échantillon ne s’est pas exécuté, soit le rapport allégé du serveur les omet. Pour les avoir, ajoutez « processtree processes » à behavior_keys_to_copy dans la section [litereport] de reporting.conf.</translation>
    </message>
    <message>
        <source>Process tree</source>
        <translation>Arbre des processus</translation>
    </message>
    <message>
        <source>Filter processes by name, command line or PID</source>
        <translation>Filtrer les processus par nom, ligne de commande ou PID</translation>
    </message>
    <message>
        <source>Filter processes</source>
        <translation>Filtrer les processus</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>Show only this process</source>
        <translation>N’afficher que ce processus</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Copier la ligne de commande</translation>
    </message>
    <message>
        <source>Copy the image&apos;s path</source>
        <translation>Copier le chemin de l’image</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Process graph</source>
        <translation>Graphe des processus</translation>
    </message>
    <message>
        <source>Hide processes known to be harmless</source>
        <translation>Masquer les processus connus pour être inoffensifs</translation>
    </message>
    <message>
        <source>As a tree</source>
        <translation>En arbre</translation>
    </message>
    <message>
        <source>As a graph</source>
        <translation>En graphe</translation>
    </message>
    <message>
        <source>not monitored</source>
        <translation>non surveillé</translation>
    </message>
</context>
<context>
    <name>ui::ProfileDialog</name>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>No servers yet</source>
        <translation>Pas encore de serveur</translation>
    </message>
    <message>
        <source>Add your CAPE server: its address and, where it asks for one, your API token.</source>
        <translation>Ajoutez votre serveur CAPE : son adresse et, s’il en demande un, votre jeton d’API.</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Ajouter un serveur</translation>
    </message>
    <message>
        <source>Remove the server %1?</source>
        <translation>Supprimer le serveur %1 ?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Importer des serveurs</translation>
    </message>
    <message>
        <source>Server profiles (*.json);;All files (*)</source>
        <translation>Profils de serveurs (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu : %2</translation>
    </message>
    <message>
        <source>Server profiles (*.json)</source>
        <translation>Profils de serveurs (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit : %2</translation>
    </message>
    <message>
        <source>Its token and its proxy&apos;s password are removed as well. Tasks that it still works on will no longer be followed.</source>
        <translation>Son jeton et le mot de passe de son proxy sont supprimés aussi. Les tâches qu’il traite encore ne seront plus suivies.</translation>
    </message>
    <message>
        <source>Export servers, without their secrets</source>
        <translation>Exporter les serveurs, sans leurs secrets</translation>
    </message>
    <message>
        <source>No keychain can be used here, so tokens and passwords are kept for this session only (%1).</source>
        <translation>Aucun trousseau de clés n’est utilisable ici : jetons et mots de passe ne sont conservés que pour cette session (%1).</translation>
    </message>
    <message>
        <source>Save the new server?</source>
        <translation>Enregistrer le nouveau serveur ?</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Enregistrer les modifications de %1 ?</translation>
    </message>
    <message>
        <source>What you have entered is lost otherwise.</source>
        <translation>Sinon, votre saisie est perdue.</translation>
    </message>
</context>
<context>
    <name>ui::ProfileEditor</name>
    <message>
        <source>Show or hide the token</source>
        <translation>Afficher ou masquer le jeton</translation>
    </message>
    <message>
        <source>None: as the certificate authorities say</source>
        <translation>Aucun : selon les autorités de certification</translation>
    </message>
    <message>
        <source>None: the system&apos;s authorities</source>
        <translation>Aucune : les autorités du système</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Selon le système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Celui-ci</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Indifférent</translation>
    </message>
    <message>
        <source>Delete a task on the server once its report is here</source>
        <translation>Supprimer la tâche du serveur dès que son rapport est reçu</translation>
    </message>
    <message>
        <source>The token will travel unencrypted to this server. Use https where you can.</source>
        <translation>Le jeton circulera en clair vers ce serveur. Utilisez https si possible.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse :</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>&amp;Jeton :</translation>
    </message>
    <message>
        <source>Token &amp;key:</source>
        <translation>&amp;Préfixe du jeton :</translation>
    </message>
    <message>
        <source>Certificate SHA-256:</source>
        <translation>SHA-256 du certificat :</translation>
    </message>
    <message>
        <source>Authorities (PEM file):</source>
        <translation>Autorités (fichier PEM) :</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>Pro&amp;xy :</translation>
    </message>
    <message>
        <source>Proxy address:</source>
        <translation>Adresse du proxy :</translation>
    </message>
    <message>
        <source>Usual &amp;route:</source>
        <translation>&amp;Route habituelle :</translation>
    </message>
    <message>
        <source>Usual &amp;machine:</source>
        <translation>Mac&amp;hine habituelle :</translation>
    </message>
    <message>
        <source>A certificate&apos;s SHA-256 has 64 hexadecimal digits.</source>
        <translation>Le SHA-256 d’un certificat a 64 chiffres hexadécimaux.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> Mo</translation>
    </message>
    <message>
        <source>Its machines can reach the internet</source>
        <translation>Ses machines ont accès à Internet</translation>
    </message>
    <message>
        <source>It has a simulated internet (inetsim)</source>
        <translation>Il a un Internet simulé (inetsim)</translation>
    </message>
    <message>
        <source>Transport and limits</source>
        <translation>Transport et limites</translation>
    </message>
    <message>
        <source>Largest upload:</source>
        <translation>Envoi maximal :</translation>
    </message>
    <message>
        <source>Uploads at once:</source>
        <translation>Envois simultanés :</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>It can analyse again after a reboot</source>
        <translation>Il peut relancer une analyse après un redémarrage</translation>
    </message>
    <message>
        <source>Longest task:</source>
        <translation>Durée maximale d’une tâche :</translation>
    </message>
    <message>
        <source>Connection attempts:</source>
        <translation>Tentatives de connexion :</translation>
    </message>
    <message>
        <source>What it can:</source>
        <translation>Capacités :</translation>
    </message>
    <message>
        <source>Show or hide the password</source>
        <translation>Afficher ou masquer le mot de passe</translation>
    </message>
    <message>
        <source>Proxy password:</source>
        <translation>Mot de passe du proxy :</translation>
    </message>
    <message>
        <source>Give the proxy&apos;s address, such as http://proxy.example.com:3128. A password has its own field.</source>
        <translation>Donnez l’adresse du proxy, par exemple http://proxy.example.com:3128. Le mot de passe a son propre champ.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password needs a user name: http://name@proxy.example.com:3128.</source>
        <translation>Le mot de passe du proxy demande un nom d’utilisateur : http://nom@proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>The address&apos;s host</source>
        <translation>L’hôte de l’adresse</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Submit again after that:</source>
        <translation>Soumettre de nouveau ensuite :</translation>
    </message>
    <message>
        <source>The address looks like a token. Tokens belong in the field Token, where nobody can read them.</source>
        <translation>L’adresse ressemble à un jeton. Saisissez-le dans le champ Jeton, où personne ne peut le lire.</translation>
    </message>
</context>
<context>
    <name>ui::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Converting %1</source>
        <translation>Conversion de %1</translation>
    </message>
    <message>
        <source>Reading %1: %2 %</source>
        <translation>Lecture de %1 : %2 %</translation>
    </message>
</context>
<context>
    <name>ui::RecentReports</name>
    <message>
        <source>Recent reports</source>
        <translation>Rapports récents</translation>
    </message>
</context>
<context>
    <name>ui::RecordPanel</name>
    <message>
        <source>Go to the process</source>
        <translation>Aller au processus</translation>
    </message>
    <message>
        <source>Show only this process</source>
        <translation>N’afficher que ce processus</translation>
    </message>
</context>
<context>
    <name>ui::RecordTabs</name>
    <message>
        <source>%1 of %2</source>
        <comment>of the records, how many a filter leaves</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tab title and count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Other tabs have matches: %1</source>
        <translation>Correspondances dans d’autres onglets : %1</translation>
    </message>
</context>
<context>
    <name>ui::ReportHeader</name>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>The score that Assemblyline gives this result: the sum of its heuristics</source>
        <translation>Le score qu’Assemblyline donne à ce résultat : la somme de ses heuristiques</translation>
    </message>
    <message>
        <source>What could not be used of this report, and what was done about it</source>
        <translation>Ce qui n’a pas pu être exploité dans ce rapport, et ce qui a été fait à la place</translation>
    </message>
    <message>
        <source>Damaged report</source>
        <translation>Rapport endommagé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln remarque</numerusform>
            <numerusform>%Ln remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: what could not be used of this report</source>
        <translation>%1 : ce qui n’a pas pu être exploité dans ce rapport</translation>
    </message>
    <message>
        <source>Assemblyline result</source>
        <translation>Résultat Assemblyline</translation>
    </message>
</context>
<context>
    <name>ui::ReportNotes</name>
    <message>
        <source>This report is damaged</source>
        <translation>Ce rapport est endommagé</translation>
    </message>
    <message>
        <source>Not everything in this report could be used</source>
        <translation>Tout n’a pas pu être exploité dans ce rapport</translation>
    </message>
    <message>
        <source>Fetch it again, or open another copy of it.</source>
        <translation>Téléchargez-le à nouveau, ou ouvrez-en une autre copie.</translation>
    </message>
    <message>
        <source>All else is shown. The JSON page has most of these fields as they came.</source>
        <translation>Tout le reste est affiché. La page JSON montre la plupart de ces champs tels qu’ils sont arrivés.</translation>
    </message>
    <message>
        <source>What could not be used of this report</source>
        <translation>Ce qui n’a pas pu être exploité dans ce rapport</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été constaté</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Occurrences</translation>
    </message>
    <message>
        <source>Places that could not be used</source>
        <translation>Emplacements inutilisables</translation>
    </message>
</context>
<context>
    <name>ui::ReportSession</name>
    <message>
        <source>The conversion was cancelled. Open the report again to have its Assemblyline result.</source>
        <translation>La conversion a été annulée. Rouvrez le rapport pour avoir son résultat Assemblyline.</translation>
    </message>
</context>
<context>
    <name>ui::ReportView</name>
    <message>
        <source>Reading the report: %1 %</source>
        <translation>Lecture du rapport : %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>La lecture a été annulée.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ui::SampleArea</name>
    <message>
        <source>R&amp;emove</source>
        <translation>R&amp;etirer</translation>
    </message>
    <message>
        <source>Open the report instead</source>
        <translation>Ouvrir plutôt le rapport</translation>
    </message>
    <message>
        <source>Samples to submit</source>
        <translation>Échantillons à soumettre</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Add &amp;URLs…</source>
        <translation>Ajouter des &amp;URL…</translation>
    </message>
    <message>
        <source>Add URLs</source>
        <translation>Ajouter des URL</translation>
    </message>
    <message>
        <source>One URL a line; hxxp and [.] are refanged. Hashes are looked up on the servers:</source>
        <translation>Une URL par ligne ; hxxp et [.] sont rétablis. Les empreintes sont recherchées sur les serveurs :</translation>
    </message>
</context>
<context>
    <name>ui::SampleListModel</name>
    <message>
        <source>Sample</source>
        <translation>Échantillon</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Examen en cours…</translation>
    </message>
    <message>
        <source>%1
SHA-256: %2</source>
        <translation>%1
SHA-256 : %2</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>%1
Told by rules alone. %2</source>
        <translation>%1
Déterminé par les seules règles. %2</translation>
    </message>
</context>
<context>
    <name>ui::ScoreRing</name>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>No score yet</source>
        <translation>Pas encore de score</translation>
    </message>
    <message>
        <source>score</source>
        <translation>score</translation>
    </message>
</context>
<context>
    <name>ui::ScreenshotStrip</name>
    <message>
        <source>No screenshots in this report</source>
        <translation>Aucune capture d’écran dans ce rapport</translation>
    </message>
    <message>
        <source>Screenshots</source>
        <translation>Captures d’écran</translation>
    </message>
    <message>
        <source>%1: press Enter to see it in full</source>
        <translation>%1 : appuyez sur Entrée pour l’agrandir</translation>
    </message>
    <message>
        <source>No screenshots: they come with the report ZIP, and this file is the report alone.</source>
        <translation>Pas de captures d’écran : elles se trouvent dans l’archive ZIP du rapport, et ce fichier est le rapport seul.</translation>
    </message>
</context>
<context>
    <name>ui::SectionTreeModel</name>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
</context>
<context>
    <name>ui::SendDialog</name>
    <message>
        <source>Send to Assemblyline</source>
        <translation>Envoyer à Assemblyline</translation>
    </message>
    <message>
        <source>What was left out of the tags, and what differs</source>
        <translation>Ce qui a été exclu des étiquettes, et ce qui diffère</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Open the submission…</source>
        <translation>Ouvrir la soumission…</translation>
    </message>
    <message>
        <source>Open the sample&apos;s submission…</source>
        <translation>Ouvrir la soumission de l’échantillon…</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Made from the sample&apos;s name</source>
        <translation>D’après le nom de l’échantillon</translation>
    </message>
    <message>
        <source>None: what the report says of it is enough</source>
        <translation>Aucun : ce que le rapport en dit suffit</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Send the sample&apos;s &amp;bytes along</source>
        <translation>J&amp;oindre aussi le contenu de l’échantillon</translation>
    </message>
    <message>
        <source>Have Assembl&amp;yline analyse the sample as well</source>
        <translation>Faire anal&amp;yser aussi l’échantillon par Assemblyline</translation>
    </message>
    <message>
        <source>Destination:</source>
        <translation>Destination :</translation>
    </message>
    <message>
        <source>&amp;Classification:</source>
        <translation>C&amp;lassification :</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Description :</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Pour :</translation>
    </message>
    <message>
        <source>Sample&apos;s file:</source>
        <translation>Fichier de l’échantillon :</translation>
    </message>
    <message>
        <source>Remove the destination %1?</source>
        <translation>Supprimer la destination %1 ?</translation>
    </message>
    <message>
        <source>Its API key is removed as well.</source>
        <translation>Sa clé d’API est supprimée aussi.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The sample&apos;s file</source>
        <translation>Le fichier de l’échantillon</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Checking the result and writing its bundle…</source>
        <translation>Vérification du résultat et écriture du bundle…</translation>
    </message>
    <message>
        <source>Sending the bundle…</source>
        <translation>Envoi du bundle…</translation>
    </message>
    <message>
        <source>Reading it back from Assemblyline…</source>
        <translation>Relecture depuis Assemblyline…</translation>
    </message>
    <message>
        <source>Sending the sample…</source>
        <translation>Envoi de l’échantillon…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It arrived as it was sent: %1</source>
        <translation>Reçu tel qu’envoyé : %1</translation>
    </message>
    <message>
        <source>It arrived, with remarks: %1</source>
        <translation>Reçu, avec des remarques : %1</translation>
    </message>
    <message>
        <source>Left out of the tags: %1 (%2)</source>
        <translation>Exclu des étiquettes : %1 (%2)</translation>
    </message>
    <message>
        <source>The queue&apos;s own copy, unless you choose another</source>
        <translation>La copie de la file, à moins d’en choisir un autre</translation>
    </message>
    <message>
        <source>None yet: add one</source>
        <translation>Aucune encore : ajoutez-en une</translation>
    </message>
</context>
<context>
    <name>ui::ServerBar</name>
    <message>
        <source>&amp;Ask for queue and machines</source>
        <translation>&amp;Interroger la file d’attente et les machines</translation>
    </message>
    <message>
        <source>Try what waits &amp;now</source>
        <translation>Réessayer &amp;maintenant ce qui est en attente</translation>
    </message>
    <message>
        <source>&amp;Edit server…</source>
        <translation>&amp;Modifier le serveur…</translation>
    </message>
    <message>
        <source>&amp;Send the token unencrypted…</source>
        <translation>&amp;Envoyer le jeton en clair…</translation>
    </message>
</context>
<context>
    <name>ui::ServerChip</name>
    <message>
        <source>not asked yet</source>
        <translation>pas encore interrogé</translation>
    </message>
    <message>
        <source>Server %1: %2</source>
        <translation>Serveur %1 : %2</translation>
    </message>
    <message>
        <source>not reachable, next try in %1</source>
        <translation>injoignable, prochain essai dans %1</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>injoignable</translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 machines free</source>
        <translation>machines libres : %1 sur %2</translation>
    </message>
    <message>
        <source>%1/%2 requests left</source>
        <translation>%1 requêtes restantes sur %2</translation>
    </message>
    <message>
        <source>next look in %1</source>
        <translation>prochaine vérification dans %1</translation>
    </message>
    <message>
        <source>waits: the token is not encrypted</source>
        <translation>en attente : jeton non chiffré</translation>
    </message>
    <message>
        <source>token needed</source>
        <translation>jeton requis</translation>
    </message>
</context>
<context>
    <name>ui::ServerChoice</name>
    <message>
        <source>Each of them</source>
        <translation>Chacun d’eux</translation>
    </message>
    <message>
        <source>The best one of them</source>
        <translation>Le meilleur d’entre eux</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Every sample goes to every server that is ticked.</source>
        <translation>Chaque échantillon est envoyé à chaque serveur coché.</translation>
    </message>
    <message>
        <source>Every sample goes to one of them: one that has the machine, image or platform and the route, and of those the one with the shortest queue.</source>
        <translation>Chaque échantillon est envoyé à un seul d’entre eux : parmi ceux qui ont la machine, l’image ou la plateforme et la route, celui dont la file d’attente est la plus courte.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>&amp;Servers…</source>
        <translation>&amp;Serveurs…</translation>
    </message>
    <message>
        <source>What the servers are set up for</source>
        <translation>Comment les serveurs sont configurés</translation>
    </message>
    <message>
        <source>Load the service&apos;s settings…</source>
        <translation>Charger les réglages du service…</translation>
    </message>
    <message>
        <source>A JSON file with the Assemblyline service&apos;s configuration: allowed images, enforced routing, times, what the machines can do.</source>
        <translation>Un fichier JSON avec la configuration du service Assemblyline : images permises, routage imposé, durées, capacités des machines.</translation>
    </message>
    <message>
        <source>Use the service&apos;s defaults</source>
        <translation>Utiliser les valeurs par défaut du service</translation>
    </message>
    <message>
        <source>Load the service&apos;s settings</source>
        <translation>Charger les réglages du service</translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation>Réglages (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>%1 waiting, %2 of %3 machines free</source>
        <translation>%1 en attente, %2 machines libres sur %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Ask the servers again</source>
        <translation>Interroger à nouveau les serveurs</translation>
    </message>
    <message>
        <source>What they allow, their machines and their queues.</source>
        <translation>Ce qu’ils permettent, leurs machines et leurs files d’attente.</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 : désactivé</translation>
    </message>
    <message>
        <source>%1 gets nothing. %2</source>
        <translation>%1 ne reçoit rien. %2</translation>
    </message>
    <message>
        <source>No report will come from %1. %2</source>
        <translation>%1 ne fournira aucun rapport. %2</translation>
    </message>
</context>
<context>
    <name>ui::ServerList</name>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
</context>
<context>
    <name>ui::ServerTaskModel</name>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Sample or URL</source>
        <translation>Échantillon ou URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Soumis le</translation>
    </message>
</context>
<context>
    <name>ui::ServerTasksDialog</name>
    <message>
        <source>Tasks on a server</source>
        <translation>Tâches d’un serveur</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>Re&amp;chercher</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Serveur :</translation>
    </message>
    <message>
        <source>S&amp;tate:</source>
        <translation>É&amp;tat :</translation>
    </message>
    <message>
        <source>Task &amp;number:</source>
        <translation>&amp;Numéro :</translation>
    </message>
    <message>
        <source>&amp;More tasks</source>
        <translation>&amp;Plus de tâches</translation>
    </message>
    <message>
        <source>&amp;Fetch the report</source>
        <translation>&amp;Récupérer le rapport</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>There is no server yet: add one under Servers.</source>
        <translation>Il n’y a pas encore de serveur : ajoutez-en un sous Serveurs.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>%1 of %2 tasks shown</source>
        <translation>Tâches affichées : %1 sur %2</translation>
    </message>
    <message>
        <source>&amp;Open the report</source>
        <translation>&amp;Ouvrir le rapport</translation>
    </message>
    <message>
        <source>This task is in the task list: %1.</source>
        <translation>Cette tâche est dans la liste des tâches : %1.</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>&amp;Export folder:</source>
        <translation>&amp;Dossier d’export :</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Couleurs :</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue :</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>La langue changera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Ask before:</source>
        <translation>Demander avant de :</translation>
    </message>
    <message>
        <source>Tasks:</source>
        <translation>Tâches :</translation>
    </message>
    <message>
        <source>Start:</source>
        <translation>Démarrage :</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Selon le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>deleting or removing tasks</source>
        <translation>supprimer ou retirer des tâches</translation>
    </message>
    <message>
        <source>cancelling tasks</source>
        <translation>annuler des tâches</translation>
    </message>
    <message>
        <source>Tell on the desktop when a task is ready</source>
        <translation>Notifier sur le bureau lorsqu’une tâche est prête</translation>
    </message>
    <message>
        <source>Open the reports of last time again</source>
        <translation>Rouvrir les rapports de la dernière session</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Dossier d’export</translation>
    </message>
    <message>
        <source>C&amp;ontrast:</source>
        <translation>C&amp;ontraste :</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevé</translation>
    </message>
</context>
<context>
    <name>ui::SignatureCard</name>
    <message>
        <source>process %1, call %2</source>
        <translation>processus %1, appel %2</translation>
    </message>
    <message>
        <source>low</source>
        <comment>severity</comment>
        <translation>faible</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>severity</comment>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>high</source>
        <comment>severity</comment>
        <translation>élevée</translation>
    </message>
    <message>
        <source>critical</source>
        <comment>severity</comment>
        <translation>critique</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln occurrence</numerusform>
            <numerusform>%Ln occurrences</numerusform>
        </translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>Show it in the process</source>
        <translation>Afficher dans le processus</translation>
    </message>
    <message>
        <source>and %1 more; the JSON page has them all</source>
        <translation>et %1 autres ; la page JSON les contient toutes</translation>
    </message>
    <message>
        <source>Filter the signatures by it</source>
        <translation>Filtrer les signatures sur cette valeur</translation>
    </message>
    <message>
        <source>Show the process</source>
        <translation>Afficher le processus</translation>
    </message>
    <message>
        <source>Show it in the JSON text</source>
        <translation>Afficher dans le JSON</translation>
    </message>
</context>
<context>
    <name>ui::SignaturesPage</name>
    <message>
        <source>Filter by name, description, category, ATT&amp;CK id, family</source>
        <translation>Filtrer par nom, description, catégorie, id ATT&amp;CK, famille</translation>
    </message>
    <message>
        <source>Filter signatures</source>
        <translation>Filtrer les signatures</translation>
    </message>
    <message>
        <source>No signatures in this report</source>
        <translation>Aucune signature dans ce rapport</translation>
    </message>
    <message>
        <source>Either none matched, or the server&apos;s litereport leaves them out (keys_to_copy in the [litereport] section of reporting.conf).</source>
        <translation>Soit aucune n’a été déclenchée, soit le rapport allégé du serveur les omet (keys_to_copy dans la section [litereport] de reporting.conf).</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>Afficher les %1 suivantes</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>ATT&amp;CK</source>
        <translation>ATT&amp;CK</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familles</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
</context>
<context>
    <name>ui::SubmitDialog</name>
    <message>
        <source>Submit</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Options d’analyse</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Ce qui sera envoyé</translation>
    </message>
    <message>
        <source>Only the first %1 files were taken.</source>
        <translation>Seuls les %1 premiers fichiers ont été pris.</translation>
    </message>
    <message>
        <source>There is no server yet: add one under Servers.</source>
        <translation>Il n’y a pas encore de serveur : ajoutez-en un sous Serveurs.</translation>
    </message>
    <message>
        <source>Tick the servers to submit to.</source>
        <translation>Cochez les serveurs auxquels soumettre.</translation>
    </message>
    <message numerus="yes">
        <source>Submit %n task(s)</source>
        <translation>
            <numerusform>Soumettre %n tâche</numerusform>
            <numerusform>Soumettre %n tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing, as things stand.</source>
        <translation>Rien pour l’instant.</translation>
    </message>
    <message>
        <source>DLL exports of %1: %2 of %3 are run</source>
        <translation>Exports de %1 : %2 sur %3 sont exécutés</translation>
    </message>
    <message>
        <source>The samples are being looked at.</source>
        <translation>Les échantillons sont en cours d’examen.</translation>
    </message>
    <message>
        <source>None of the samples can be submitted: see the remarks beside them.</source>
        <translation>Aucun échantillon ne peut être soumis : voyez les remarques à côté.</translation>
    </message>
    <message numerus="yes">
        <source>%n more sample(s) cannot be submitted.</source>
        <translation>
            <numerusform>%n autre échantillon ne peut pas être soumis.</numerusform>
            <numerusform>%n autres échantillons ne peuvent pas être soumis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken, because this is no URL: %1</source>
        <translation>Ignoré, car ce n’est pas une URL : %1</translation>
    </message>
    <message>
        <source>Close without submitting?</source>
        <translation>Fermer sans soumettre ?</translation>
    </message>
    <message numerus="yes">
        <source>The list of %n sample(s) and the choices made for it are lost.</source>
        <translation>
            <numerusform>La liste de %n échantillon et les choix faits pour elle sont perdus.</numerusform>
            <numerusform>La liste de %n échantillons et les choix faits pour elle sont perdus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Add files or URLs to submit.</source>
        <translation>Ajoutez des fichiers ou des URL à soumettre.</translation>
    </message>
</context>
<context>
    <name>ui::TaskDelegate</name>
    <message>
        <source>%1 #%2</source>
        <translation>%1 nº %2</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>score %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when it is tried again, and why it waits</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>ui::TaskListModel</name>
    <message>
        <source>On %1: %2</source>
        <translation>Sur %1 : %2</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>échec : %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>en pause : %1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>removed server</source>
        <translation>serveur supprimé</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>prochain essai dans %1</translation>
    </message>
</context>
<context>
    <name>ui::TaskPanel</name>
    <message>
        <source>Filter tasks</source>
        <translation>Filtrer les tâches</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <translation>Ouvrir le &amp;rapport</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Ré&amp;essayer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Copy &amp;SHA-256</source>
        <translation>Copier le &amp;SHA-256</translation>
    </message>
    <message>
        <source>&amp;Delete on the server…</source>
        <translation>&amp;Supprimer sur le serveur…</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>Retirer de la &amp;liste…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>Pas encore de tâche</translation>
    </message>
    <message>
        <source>Submit files…</source>
        <translation>Soumettre des fichiers…</translation>
    </message>
    <message>
        <source>The filter hides all tasks</source>
        <translation>Le filtre masque toutes les tâches</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n task(s)?</source>
        <translation>
            <numerusform>Annuler %n tâche ?</numerusform>
            <numerusform>Annuler %n tâches ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>Annuler les tâches</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s) on the server?</source>
        <translation>
            <numerusform>Supprimer %n tâche sur le serveur ?</numerusform>
            <numerusform>Supprimer %n tâches sur le serveur ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample, report and everything the server keeps of it are deleted there. What was fetched stays here.</source>
        <translation>L’échantillon, le rapport et tout ce que le serveur en garde y sont supprimés. Ce qui a été téléchargé reste ici.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n task(s) from the list?</source>
        <translation>
            <numerusform>Retirer %n tâche de la liste ?</numerusform>
            <numerusform>Retirer %n tâches de la liste ?</numerusform>
        </translation>
    </message>
    <message>
        <source>The sample&apos;s copy and the report here are deleted. The server keeps its own.</source>
        <translation>La copie de l’échantillon et le rapport gardés ici sont supprimés. Le serveur garde les siens.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Copy the &amp;error</source>
        <translation>Copier l&apos;&amp;erreur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a sample&apos;s name and what went wrong</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>&amp;Delete on the server: off, %1</source>
        <translation>&amp;Supprimer sur le serveur : désactivé, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is in a case, which keeps what it knows of it and loses the report.</source>
        <translation>
            <numerusform>%n d’entre elles est dans une affaire, qui garde ce qu’elle en sait mais perd le rapport.</numerusform>
            <numerusform>%n d’entre elles sont dans une affaire, qui garde ce qu’elle en sait mais perd les rapports.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation>A&amp;nalyser à nouveau</translation>
    </message>
    <message>
        <source>Stop no&amp;w and report</source>
        <translation>Ar&amp;rêter et établir le rapport</translation>
    </message>
    <message>
        <source>Open on CA&amp;PE&apos;s page…</source>
        <translation>Ouvrir sur la page de CA&amp;PE…</translation>
    </message>
    <message>
        <source>Show the arc&amp;hive in its folder</source>
        <translation>Afficher l’arc&amp;hive dans son dossier</translation>
    </message>
    <message>
        <source>It is damaged (%1). It can be moved aside, as it is, and a new one begun with what can still be read.</source>
        <translation>Elle est endommagée (%1). Elle peut être mise de côté telle quelle, et une nouvelle commencée avec ce qui reste lisible.</translation>
    </message>
    <message>
        <source>Move it aside</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Drop files or URLs on the window to submit them.</source>
        <translation>Déposez des fichiers ou des URL sur la fenêtre pour les soumettre.</translation>
    </message>
    <message>
        <source>A task that still waits on its server is taken out of the queue there as well. One that runs goes on there, and nothing of it is deleted.</source>
        <translation>Une tâche qui attend encore sur son serveur y est aussi retirée de la file. Une tâche en cours s’y poursuit, et rien n’en est supprimé.</translation>
    </message>
</context>
<context>
    <name>ui::TextPreview</name>
    <message numerus="yes">
        <source>Show all %Ln line(s)</source>
        <translation>
            <numerusform>Afficher la ligne entière</numerusform>
            <numerusform>Afficher les %Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln character(s)</source>
        <translation>
            <numerusform>Afficher %Ln caractère</numerusform>
            <numerusform>Afficher les %Ln caractères</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextView</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Copy, defanged</source>
        <translation>Copier (neutralisé)</translation>
    </message>
    <message>
        <source>Copy as it is</source>
        <translation>Copier tel quel</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>ui::TextViewer</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Rechercher dans le texte</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Suivant (F3)</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Retour à la ligne</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Tout copier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>plus de %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
</context>
<context>
    <name>ui::TimelineStrip</name>
    <message>
        <source>Timeline of the analysis</source>
        <translation>Chronologie de l’analyse</translation>
    </message>
    <message>
        <source>%1 to %2 selected; Enter narrows the report to it</source>
        <translation>De %1 à %2 ; Entrée y limite le rapport</translation>
    </message>
    <message>
        <source>Nothing in this report says when it happened</source>
        <translation>Rien dans ce rapport n’indique quand cela s’est produit</translation>
    </message>
</context>
<context>
    <name>ui::TonedLabel</name>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Network connections</source>
        <translation>Connexions réseau</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
</context>
<context>
    <name>ui::Tour</name>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>No report came.</source>
        <translation>Aucun rapport n’est arrivé.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ne peut pas être écrit.</translation>
    </message>
</context>
<context>
    <name>ui::UndoBar</name>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>CAPE Workbench</source>
        <translation>CAPE Workbench</translation>
    </message>
    <message>
        <source>Submit samples to your CAPE sandboxes, follow their tasks, read the reports and export them for Assemblyline.</source>
        <translation>Soumettez des échantillons à vos sandbox CAPE, suivez leurs tâches, lisez les rapports et exportez-les pour Assemblyline.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démonstration</translation>
    </message>
    <message>
        <source>A CAPE server inside this program, with a made-up sample to follow from submission to report.</source>
        <translation>Un serveur CAPE dans ce programme, avec un échantillon inventé à suivre de la soumission au rapport.</translation>
    </message>
    <message>
        <source>Connect a server</source>
        <translation>Connecter un serveur</translation>
    </message>
    <message>
        <source>Give the address and token of your CAPE server and test what it allows.</source>
        <translation>Donnez l’adresse et le jeton de votre serveur CAPE et testez ce qu’il permet.</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>Ouvrir un rapport</translation>
    </message>
    <message>
        <source>A lite.json, a lite.json.gz or a report ZIP as CAPE serves it. No server is needed.</source>
        <translation>Un lite.json, un lite.json.gz ou une archive de rapport telle que CAPE la sert. Aucun serveur n’est nécessaire.</translation>
    </message>
    <message>
        <source>Recent reports</source>
        <translation>Rapports récents</translation>
    </message>
    <message>
        <source>Or drop files, folders or URLs anywhere on this window.</source>
        <translation>Ou déposez des fichiers, des dossiers ou des URL n’importe où dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Submit samples</source>
        <translation>Soumettre des échantillons</translation>
    </message>
    <message>
        <source>Files, folders and URLs, with the choices of your CAPE servers.</source>
        <translation>Fichiers, dossiers et URL, avec les options de vos serveurs CAPE.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Addresses, tokens, and what each of them allows.</source>
        <translation>Adresses, jetons, et ce que chacun permet.</translation>
    </message>
</context>
<context>
    <name>ui::Workbench</name>
    <message>
        <source>The demo&apos;s sample cannot be written to %1.</source>
        <translation>L’échantillon de la démonstration ne peut pas être écrit dans %1.</translation>
    </message>
    <message>
        <source>This window is read-only: you can read reports, but submit nothing and change no servers, presets or cases.</source>
        <translation>Cette fenêtre est en lecture seule : vous pouvez lire des rapports, mais ni soumettre ni modifier serveurs, préréglages ou affaires.</translation>
    </message>
</context>
<context>
    <name>ui::WrappedText</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Copy, defanged</source>
        <translation>Copier (neutralisé)</translation>
    </message>
    <message>
        <source>Copy as it is</source>
        <translation>Copier tel quel</translation>
    </message>
</context>
</TS>
